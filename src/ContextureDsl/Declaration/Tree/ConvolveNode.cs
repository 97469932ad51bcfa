namespace ContextureDsl.Tree;

/// <summary>A convolution: T = T₁T₁* … T_{r−1}T_{r−1}* T_r, from left to right.</summary>
public sealed class ConvolveNode : ContextNode
{
    internal ConvolveNode(IReadOnlyList<ContextNode> factors) => Factors = factors;

    /// <summary>The contexts in the order of the declaration; the last one is the one that is seen.</summary>
    public IReadOnlyList<ContextNode> Factors { get; }
}
