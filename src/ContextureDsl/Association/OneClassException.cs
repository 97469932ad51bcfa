namespace ContextureDsl;

/// <summary>All inputs have the same class, so the label says nothing.</summary>
public sealed class OneClassException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public OneClassException(string message) : base(message) { }

    internal static OneClassException Of(long events, string label, string leftOut) => new(FormattableString.Invariant(
        $"All {events} events that count have the same class, {label}{leftOut}. K classes give K - 1 functions, so one class gives none. Check the selector of the label, lower the minimum count, or learn from events of at least two classes."));
}
