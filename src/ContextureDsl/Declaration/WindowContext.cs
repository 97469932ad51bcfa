using System.Runtime.CompilerServices;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>A token seen with the tokens around it. Every step gives a new value.</summary>
public sealed class WindowContext<TEvent, TToken> : KindContext<TEvent, TToken, TToken>
    where TToken : notnull
{
    private readonly KindNode<TEvent, IEnumerable<TToken>, None, TToken> node;
    private readonly string? name;

    internal WindowContext(KindNode<TEvent, IEnumerable<TToken>, None, TToken> node, string? name = null) : base(node, name)
    {
        this.node = node;
        this.name = name;
    }

    /// <summary>How much a row counts, with everything in it: finite and not negative; zero means that it is not there.</summary>
    /// <param name="weight">Any number that is a double by itself.</param>
    /// <param name="text">The text of the lambda, filled in by the compiler.</param>
    public WindowContext<TEvent, TToken> Weight(Func<TEvent, double> weight, [CallerArgumentExpression(nameof(weight))] string text = "") =>
        new(node.Weighed(weight, text), name);

    /// <summary>Leaves out tokens that are in fewer pairs than this, as the token (input) or as its neighbour (context).</summary>
    /// <exception cref="DeclarationException">A count is below 1.</exception>
    public WindowContext<TEvent, TToken> MinimumCount([InRange(1, int.MaxValue)] int input = 1, [InRange(1, int.MaxValue)] int context = 1) =>
        new(node.AtLeast(input, context), name);

    /// <summary>How much a pair counts by its distance 1, 2, …, up to the reach of the window: finite and not negative, and somewhere positive. Not said: 1.</summary>
    /// <param name="byDistance">Called once for each distance, when it is declared.</param>
    /// <param name="text">The text of the lambda, filled in by the compiler.</param>
    /// <exception cref="DeclarationException">A weight is negative or not finite, all are zero, or the window reaches further than 65,536 tokens.</exception>
    public WindowContext<TEvent, TToken> Discount(Func<int, double> byDistance, [CallerArgumentExpression(nameof(byDistance))] string text = "")
    {
        ArgumentNullException.ThrowIfNull(byDistance);
        var kind = (WindowKind<TToken>)node.Kind;
        return new(node.With(new KindStep(nameof(Discount), [], [(nameof(byDistance), KindStep.Code(text))]), new WindowKind<TToken>(node.Steps[^1].Name, kind.Before, kind.After, byDistance)), name);
    }

    /// <inheritdoc cref="Context{TInput}.Named"/>
    public new WindowContext<TEvent, TToken> Named(string name) => new(node, CheckedName(name));
}
