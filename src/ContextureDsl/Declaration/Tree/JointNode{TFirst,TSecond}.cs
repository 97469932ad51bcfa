namespace ContextureDsl.Tree;

/// <summary>Both context values at once, with their types.</summary>
public sealed class JointNode<TFirst, TSecond> : JointNode
    where TFirst : notnull
    where TSecond : notnull
{
    internal JointNode(ContextNode first, ContextNode second) : base(first, second) { }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IJointVisitor<TResult> visitor) => visitor.Visit(this);
}
