namespace ContextureDsl.Tree;

/// <summary>An untagged convex combination: T = Σ wⱼ Tⱼ over one context variable that all parts share.</summary>
public sealed class AverageNode : ContextNode
{
    internal AverageNode(IReadOnlyList<(double Weight, ContextNode Context)> parts) => Parts = parts;

    /// <summary>The parts with their weights as declared: shares, which need not sum to one.</summary>
    public IReadOnlyList<(double Weight, ContextNode Context)> Parts { get; }
}
