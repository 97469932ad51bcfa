namespace ContextureDsl.Tree;

/// <summary>Rows are edges of a graph: X is where an edge starts, A where it ends.</summary>
/// <param name="isUndirected">Whether every edge counts in both directions.</param>
public sealed class NeighbourKind<TNode>(bool isUndirected) : Kind<TNode, TNode, TNode>
    where TNode : notnull
{
    /// <summary>Whether every edge counts in both directions; a loop is its own reverse and counts once.</summary>
    public bool IsUndirected { get; } = isUndirected;

    /// <inheritdoc/>
    public override Estimation Estimation => Estimation.Counted;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IKindVisitor<TResult> visitor) => visitor.Visit(this);
}
