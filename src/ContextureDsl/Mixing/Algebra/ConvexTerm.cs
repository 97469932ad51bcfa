using System.Collections.Generic;

namespace ContextureDsl.Mixing;

/// <summary>A tagged combination: B = [√w₁ B₁ | √w₂ B₂ | …], TT* = Σ wⱼ TⱼTⱼ*.</summary>
internal sealed class ConvexTerm : CombinationTerm
{
    public ConvexTerm(IReadOnlyList<WeighedTerm> parts) : base("convex", parts) { }

    public override CombinationTerm With(IReadOnlyList<WeighedTerm> parts) => new ConvexTerm(parts);
}
