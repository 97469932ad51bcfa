namespace ContextureDsl.Tree;

/// <summary>Typed code over two contexts that are seen at once; see <see cref="JointNode.Accept{TResult}"/>.</summary>
public interface IJointVisitor<out TResult>
{
    /// <summary>Is called with the types of both context variables.</summary>
    TResult Visit<TFirst, TSecond>(JointNode<TFirst, TSecond> node)
        where TFirst : notnull
        where TSecond : notnull;
}
