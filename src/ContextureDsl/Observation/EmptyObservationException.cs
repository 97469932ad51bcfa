using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>No pair is left to learn from: there was no event, or all were left out.</summary>
public sealed class EmptyObservationException : ContextureException
{
    /// <summary>Makes the exception with its full sentence and what became of the rows.</summary>
    public EmptyObservationException(string message, ObservationSummary summary) : base(message) => Summary = summary;

    /// <summary>What became of the rows.</summary>
    public ObservationSummary Summary { get; }

    internal static EmptyObservationException NoPair(CountScope scope, ObservationSummary summary)
    {
        var context = $"the context {scope.Variable}";
        var rows = summary.Rows;
        FormattableString message = summary switch
        {
            { Rows: 0 } => $"{scope.Source} has no event, so {context} has nothing to learn from. Check that the source is not empty and has not been read to its end before.",
            _ when summary.Filtered == rows => $"All {rows} events of {scope.Source} were left out by Where, so {context} has nothing to learn from. Check the predicate.",
            _ when summary.Weightless == rows => $"All {rows} events of {scope.Source} have weight zero{(scope.Weight is null ? "" : $" from {scope.Weight}")}, so {context} has nothing to learn from. Give the events that count a positive weight.",
            _ when summary.Empty == rows => $"All {rows} events of {scope.Source} have an empty list of inputs ({scope.Input}) or context values ({scope.Variable}), so there is nothing to learn from. Check the selectors.",
            _ => $"None of the {rows} events of {scope.Source} gave a pair for {context}: {summary.Filtered} were left out by Where, {summary.Weightless} have weight zero, {summary.Empty} have an empty list. At least one event must remain; check the predicate, the weights and the lists.",
        };
        return new(FormattableString.Invariant(message), summary);
    }

    internal static EmptyObservationException NothingKept(CountScope scope, ObservationSummary summary, int pairs, long? mostInput, long? mostVariable)
    {
        string[] rules =
        [
            .. Rule(mostInput, "an input", scope.MinimumInput, scope.Input),
            .. Rule(mostVariable, "a context value", scope.MinimumVariable, scope.Variable),
        ];
        return new(FormattableString.Invariant(rules.Length == 0
            ? (FormattableString)$"The {pairs} distinct pairs from {summary.Events} events of {scope.Source} all weigh nothing beside the heaviest event, which another event with the same pair has replaced. Declare a longer half-life, or Duplicates.Sum."
            : $"None of the {pairs} distinct pairs from {summary.Events} events of {scope.Source} has {string.Join(" and ", rules)}. Lower the minimum count, or learn from more events."), summary);
    }

    private static IEnumerable<string> Rule(long? most, string what, int minimum, string selector) =>
        most is null ? [] : [FormattableString.Invariant($"{what} that occurs at least {minimum} times ({selector}: the most frequent one occurs {most} times)")];
}
