using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>A joint law of an input and something; can be learnt and mixed.</summary>
public class Context<TInput> : Definition<TInput>
    where TInput : notnull
{
    internal Context(ContextNode node) : base(node) { }

    /// <summary>Names this part in reports and in <see cref="Learned{TInput}.Variables{TVariable}(string)"/>.</summary>
    public Context<TInput> Named(string name) => new(new NamedNode(Node, CheckedName(name)));

    /// <summary>There and back: from an input through the context variable to another input, T T*. The context variable is an input then; the singular values are squared and the functions stay.</summary>
    public Context<TInput, TInput> Smooth() => new(new SmoothNode(Node));

    private protected static string CheckedName(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name;
    }
}
