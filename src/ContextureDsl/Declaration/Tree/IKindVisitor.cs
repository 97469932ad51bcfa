namespace ContextureDsl.Tree;

/// <summary>Typed code over a kind of context: one method for each kind; see <see cref="Kind.Accept{TResult}"/>.</summary>
public interface IKindVisitor<out TResult>
{
    /// <summary>Is called with the type of the nodes of a graph.</summary>
    TResult Visit<TNode>(NeighbourKind<TNode> kind)
        where TNode : notnull;
}
