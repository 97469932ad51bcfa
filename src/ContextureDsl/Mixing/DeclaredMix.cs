using ContextureDsl.Tree;

namespace ContextureDsl.Mixing;

/// <summary>One encoder of a declaration as an expression over its parts.</summary>
/// <param name="Term">The mix as declared, before any simplification; equal weights where they are to be learnt.</param>
/// <param name="Name">The name of the whole; null without one.</param>
/// <param name="Node">The tree.</param>
/// <param name="Rule">How its weights are learnt; null where they are declared.</param>
internal sealed record DeclaredMix(MixTerm Term, string? Name, ContextNode Node, MinMaxRule? Rule)
{
    /// <summary>The same with other weights of the outermost convex mix.</summary>
    public DeclaredMix With(IReadOnlyList<double> weights)
    {
        var convex = (ConvexTerm)Term;
        return this with { Term = convex.With([.. convex.Parts.Select((part, i) => new WeighedTerm(weights[i], part.Term))]) };
    }
}
