using System.Linq;

namespace ContextureDsl.Mixing;

/// <summary>A rewriting of mixes that leaves TT* as it is. Works from the leaves to the root.</summary>
internal abstract class MixPass
{
    /// <summary>What it does, as a sentence about a mix, for reports and headers.</summary>
    public abstract string Does { get; }

    /// <summary>The term with every occurrence rewritten.</summary>
    public virtual MixTerm Apply(MixTerm term)
    {
        var children = term.Children.Select(Apply).ToArray();
        return Rewrite(children.SequenceEqual(term.Children) ? term : term.With(children));
    }

    /// <summary>The rewriting of a term whose children are rewritten already; the term itself where there is nothing to do.</summary>
    protected abstract MixTerm Rewrite(MixTerm term);
}
