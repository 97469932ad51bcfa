using System.Collections.Generic;
using System.Linq;

namespace ContextureDsl.Mixing;

/// <summary>A combination with weights: tagged or untagged.</summary>
internal abstract class CombinationTerm : MixTerm
{
    private protected CombinationTerm(string name, IReadOnlyList<WeighedTerm> parts)
        : base(name + "(" + Joined(parts.Select(part => part.ToString())) + ")", name + "(" + Joined(parts.Select(part => part.Term.Structure)) + ")")
    {
        Parts = parts;
        Children = [.. parts.Select(part => part.Term)];
    }

    public new IReadOnlyList<WeighedTerm> Parts { get; }

    public override IReadOnlyList<MixTerm> Children { get; }

    public override MixTerm With(IReadOnlyList<MixTerm> children) => With([.. Parts.Select((part, i) => new WeighedTerm(part.Weight, children[i]))]);

    /// <summary>A combination of the same kind.</summary>
    public abstract CombinationTerm With(IReadOnlyList<WeighedTerm> parts);
}
