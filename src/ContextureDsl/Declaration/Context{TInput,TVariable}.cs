using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>A joint law of an input and a context variable of a known type.</summary>
public class Context<TInput, TVariable> : Context<TInput>
    where TInput : notnull
    where TVariable : notnull
{
    internal Context(ContextNode node) : base(node) { }

    /// <inheritdoc cref="Context{TInput}.Named"/>
    public new Context<TInput, TVariable> Named(string name) => new(new NamedNode(Node, CheckedName(name)));
}
