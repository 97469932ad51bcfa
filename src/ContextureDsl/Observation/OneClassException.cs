using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>All rows have the same class, so the label says nothing.</summary>
public sealed class OneClassException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public OneClassException(string message) : base(message) { }

    internal static OneClassException Of(CountScope scope, ObservationSummary summary, string label) => new(FormattableString.Invariant(
        $"All {summary.Events} events of {scope.Source} that count have the class {label} in {scope.Variable}. K classes give K - 1 functions, so one class gives none. Check the selector, lower the minimum count, or learn from events of at least two classes."));
}
