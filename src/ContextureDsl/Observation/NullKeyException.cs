using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>An input or a context value of a row is null, or a list of them is.</summary>
public sealed class NullKeyException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public NullKeyException(string message) : base(message) { }

    internal static NullKeyException Value(CountScope scope, long index, string selector, string what) => new(FormattableString.Invariant(
        $"Event {index} of {scope.Source} has no {what}: {selector} gave null, which could not be looked up afterwards. Leave such events out with Where, or give them a value of their own, such as an empty string."));

    internal static NullKeyException List(CountScope scope, long index, string selector, string what) => new(FormattableString.Invariant(
        $"Event {index} of {scope.Source} has no list of {what}: {selector} gave null. Return an empty list for an event without {what}; it is then counted as empty and left out."));
}
