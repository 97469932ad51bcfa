using System.Runtime.CompilerServices;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>A text seen with parts of itself. Every step gives a new value.</summary>
public sealed class TextContext<TEvent, TInput, TToken, TVariable> : KindContext<TEvent, TInput, TVariable>
    where TInput : notnull
    where TToken : notnull
    where TVariable : notnull
{
    private readonly KindNode<TEvent, TInput, IEnumerable<TToken>, TInput> node;
    private readonly string? name;

    internal TextContext(KindNode<TEvent, TInput, IEnumerable<TToken>, TInput> node, string? name = null) : base(node, name)
    {
        this.node = node;
        this.name = name;
    }

    /// <summary>How much a row counts, with everything in it: finite and not negative; zero means that it is not there.</summary>
    /// <param name="weight">Any number that is a double by itself.</param>
    /// <param name="text">The text of the lambda, filled in by the compiler.</param>
    public TextContext<TEvent, TInput, TToken, TVariable> Weight(Func<TEvent, double> weight, [CallerArgumentExpression(nameof(weight))] string text = "")
    {
        ArgumentNullException.ThrowIfNull(weight);
        return new(node.With(null, weight: new Selector(text, typeof(TEvent), typeof(double), weight)), name);
    }

    /// <summary>Leaves out inputs with fewer rows than this, and context values that fewer rows have.</summary>
    /// <exception cref="DeclarationException">A count is below 1.</exception>
    public TextContext<TEvent, TInput, TToken, TVariable> MinimumCount([InRange(1, int.MaxValue)] int input = 1, [InRange(1, int.MaxValue)] int context = 1) =>
        input < 1 || context < 1
            ? throw new DeclarationException(FormattableString.Invariant(
                $"MinimumCount(input: {input}, context: {context}) of {node.VariableText}: a minimum count is at least 1. Use 1 on the side where nothing is to be left out."))
            : new(node.With(null, minimumInput: input, minimumVariable: context), name);

    /// <inheritdoc cref="Context{TInput}.Named"/>
    public new TextContext<TEvent, TInput, TToken, TVariable> Named(string name) => new(node, CheckedName(name));
}
