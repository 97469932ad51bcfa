namespace ContextureDsl.Tree;

/// <summary>One fluent step of a kind of context, as written: its name, the lambdas over a row, and everything else that was said.</summary>
/// <param name="Name">The name of the method.</param>
/// <param name="Selectors">The lambdas over a row, in the order of the parameters. They are part of the shape.</param>
/// <param name="Values">Names and values of the other arguments, in the order of the parameters. They are part of the canonical text only. A lambda that is not over a row is here, by <see cref="KindStep.Code"/>.</param>
public sealed record KindStep(string Name, IReadOnlyList<Selector> Selectors, IReadOnlyList<(string Name, object Value)> Values)
{
    /// <summary>The canonical text of a lambda that is not over a row.</summary>
    public static object Code(string text) => SelectorText.Canonical(text);
}
