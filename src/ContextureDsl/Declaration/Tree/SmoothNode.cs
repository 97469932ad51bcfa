namespace ContextureDsl.Tree;

/// <summary>There and back: T T*, whose context variable is another input.</summary>
public sealed class SmoothNode : ContextNode
{
    internal SmoothNode(ContextNode context) => Context = context;

    /// <summary>What is gone through.</summary>
    public ContextNode Context { get; }
}
