namespace ContextureDsl.Tree;

/// <summary>Typed code over a part of a declaration; see <see cref="PartNode.Accept{TResult}"/>.</summary>
public interface IPartVisitor<out TResult>
{
    /// <summary>Is called with the types of the event, the input and the context variable.</summary>
    TResult Visit<TEvent, TInput, TVariable>(ObservedNode<TEvent, TInput, TVariable> node)
        where TInput : notnull
        where TVariable : notnull;

    /// <summary>Is called with the types of the event, of what a row gives, and of the input.</summary>
    TResult Visit<TEvent, TFirst, TSecond, TInput>(KindNode<TEvent, TFirst, TSecond, TInput> node)
        where TInput : notnull;

    /// <summary>Is called for pairs that were counted elsewhere.</summary>
    TResult Visit(CountedNode node);
}
