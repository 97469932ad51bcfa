using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>A pair was seen a second time although <see cref="Duplicates.Reject"/> was declared.</summary>
public sealed class DuplicatePairException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public DuplicatePairException(string message) : base(message) { }

    internal static DuplicatePairException At(CountScope scope, long index, long first, string input, string variable) => new(FormattableString.Invariant(
        $"Event {index} of {scope.Source} has the pair ({input}, {variable}) of {scope.Input} and {scope.Variable}{(index == first ? " twice" : FormattableString.Invariant($", which event {first} has too"))}. Duplicates.Reject allows every pair once. Remove the duplicate, or say what it means: Sum, Once, Largest or Mean."));
}
