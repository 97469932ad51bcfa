using System.Collections.Generic;
using System.Linq;

namespace ContextureDsl.Mixing;

/// <summary>A convolution: B = K₁ K₂ … K_m B_last with Kᵢ = BᵢBᵢᵀ. Without a last term the context variable is an input: K₁ … K_m, and with nothing at all the identity, A = X.</summary>
internal sealed class ChainTerm : MixTerm
{
    public ChainTerm(IReadOnlyList<MixTerm> through, MixTerm? last) : base(Written(through, last, false), Written(through, last, true))
    {
        Through = through;
        Last = last;
        Children = last is null ? through : [.. through, last];
    }

    /// <summary>What is gone through and back, from left to right.</summary>
    public IReadOnlyList<MixTerm> Through { get; }

    /// <summary>What is seen at the end; null for an input.</summary>
    public MixTerm? Last { get; }

    /// <summary>Whether A = X.</summary>
    public bool IsIdentity => Last is null && Through.Count == 0;

    public override IReadOnlyList<MixTerm> Children { get; }

    public override MixTerm With(IReadOnlyList<MixTerm> children) => Last is null ? new ChainTerm(children, null) : new ChainTerm([.. children.Take(children.Count - 1)], children[children.Count - 1]);

    private static string Written(IReadOnlyList<MixTerm> through, MixTerm? last, bool isStructure) =>
        "chain(" + Joined([.. through.Select(term => isStructure ? term.Structure : term.Text), last is null ? "x" : isStructure ? last.Structure : last.Text]) + ")";
}
