namespace ContextureDsl.Tree;

/// <summary>Each part is learnt by itself, and the encoders are put side by side. Has no operator; stands at the root of a declaration or in another one of its kind.</summary>
public sealed class ConcatenationNode : ContextNode
{
    internal ConcatenationNode(IReadOnlyList<ContextNode> parts) => Parts = parts;

    /// <summary>What is learnt, in the order of the declaration.</summary>
    public IReadOnlyList<ContextNode> Parts { get; }
}
