using System.Collections.Generic;

namespace ContextureDsl.Mixing;

/// <summary>An untagged combination over a context variable that the parts share: T = Σ wⱼ Tⱼ.</summary>
internal sealed class AverageTerm : CombinationTerm
{
    public AverageTerm(IReadOnlyList<WeighedTerm> parts) : base("average", parts) { }

    public override CombinationTerm With(IReadOnlyList<WeighedTerm> parts) => new AverageTerm(parts);
}
