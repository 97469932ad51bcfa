namespace ContextureDsl.Tree;

/// <summary>Typed code over an observed context; see <see cref="ObservedNode.Accept{TResult}"/>.</summary>
public interface IObservedVisitor<out TResult>
{
    /// <summary>Is called with the types of the event, the input and the context variable.</summary>
    TResult Visit<TEvent, TInput, TVariable>(ObservedNode<TEvent, TInput, TVariable> node)
        where TInput : notnull
        where TVariable : notnull;
}
