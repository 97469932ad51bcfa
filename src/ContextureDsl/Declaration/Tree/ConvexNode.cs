namespace ContextureDsl.Tree;

/// <summary>A tagged convex combination: TT* = Σ wⱼ TⱼTⱼ*. One part is drawn and shown together with which one it was.</summary>
public sealed class ConvexNode : ContextNode
{
    internal ConvexNode(IReadOnlyList<(double Weight, ContextNode Context)> parts) => Parts = parts;

    /// <summary>The parts with their weights as declared: shares, which need not sum to one.</summary>
    public IReadOnlyList<(double Weight, ContextNode Context)> Parts { get; }

    /// <summary>How the weights are learnt, from equal ones on; null where they are declared.</summary>
    public MinMaxRule? Rule { get; internal init; }
}
