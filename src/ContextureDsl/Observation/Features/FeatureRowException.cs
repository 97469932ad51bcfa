using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>A row of numbers is missing, empty, or of another length than the rows before it.</summary>
public sealed class FeatureRowException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public FeatureRowException(string message) : base(message) { }

    internal static FeatureRowException Missing(CountScope scope, long index) => new(FormattableString.Invariant(
        $"Event {index} of {scope.Source} has no numbers: {scope.Variable} gave null. Every input needs a row of its own. Leave such events out with Where."));

    internal static FeatureRowException Empty(CountScope scope, long index) => new(FormattableString.Invariant(
        $"Event {index} of {scope.Source} has a row of no numbers from {scope.Variable}. At least one column is needed to compare inputs. Correct the selector."));

    internal static FeatureRowException Length(CountScope scope, long index, int length, int expected) => new(FormattableString.Invariant(
        $"Event {index} of {scope.Source} has {length} numbers from {scope.Variable}, where the rows before it have {expected}. All rows have the same columns in the same order. Correct the selector, or give a missing value a number of its own."));
}
