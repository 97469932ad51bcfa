namespace ContextureDsl.Tree;

/// <summary>Both context values at once, drawn independently given the input: P(a₁, a₂ | x) = P₁(a₁|x) P₂(a₂|x).</summary>
public abstract class JointNode : ContextNode
{
    private protected JointNode(ContextNode first, ContextNode second)
    {
        First = first;
        Second = second;
    }

    /// <summary>The context of a₁.</summary>
    public ContextNode First { get; }

    /// <summary>The context of a₂.</summary>
    public ContextNode Second { get; }

    /// <summary>Runs typed code on this node without reflection.</summary>
    public abstract TResult Accept<TResult>(IJointVisitor<TResult> visitor);
}
