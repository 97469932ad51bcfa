using System.Runtime.CompilerServices;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>Tokens, stretches of them or texts, seen with what is left visible of them or of what is around them. Every step gives a new value.</summary>
public sealed class SequenceContext<TEvent, TInput, TVariable> : KindContext<TEvent, TInput, TVariable>
    where TInput : notnull
    where TVariable : notnull
{
    private readonly KindNode node;
    private readonly string? name;

    internal SequenceContext(KindNode node, string? name = null) : base(node, name)
    {
        this.node = node;
        this.name = name;
    }

    /// <summary>How much a row counts, with everything in it: finite and not negative; zero means that it is not there.</summary>
    /// <param name="weight">Any number that is a double by itself.</param>
    /// <param name="text">The text of the lambda, filled in by the compiler.</param>
    public SequenceContext<TEvent, TInput, TVariable> Weight(Func<TEvent, double> weight, [CallerArgumentExpression(nameof(weight))] string text = "") =>
        new(node.Weighed(weight, text), name);

    /// <summary>Leaves out inputs and context values that are counted less often than this: tokens and stretches by the places where they stand, texts by their rows, patterns by the places, or of texts the rows, that can show them.</summary>
    /// <exception cref="DeclarationException">A count is below 1.</exception>
    public SequenceContext<TEvent, TInput, TVariable> MinimumCount([InRange(1, int.MaxValue)] int input = 1, [InRange(1, int.MaxValue)] int context = 1) =>
        new(node.AtLeast(input, context), name);

    /// <inheritdoc cref="Context{TInput}.Named"/>
    public new SequenceContext<TEvent, TInput, TVariable> Named(string name) => new(node, CheckedName(name));
}
