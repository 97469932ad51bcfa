using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>A context of another kind than pairs in a row. What may still be said of it, are the methods of the derived type.</summary>
public class KindContext<TEvent, TInput, TVariable> : Context<TInput, TVariable>
    where TInput : notnull
    where TVariable : notnull
{
    private protected KindContext(KindNode node, string? name)
        : base(name is null ? node : new NamedNode(node, name)) { }

    internal KindContext(KindNode node) : this(node, null) { }
}
