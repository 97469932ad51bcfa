using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>A number of a feature row is NaN, infinite, or so large that its square is not a double.</summary>
public sealed class FeatureValueException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public FeatureValueException(string message) : base(message) { }

    internal static FeatureValueException At(CountScope scope, long index, int column, double value, double largest) => new(FormattableString.Invariant(
        $"Event {index} of {scope.Source} has the value {value} in column {column} (from 0) of {scope.Variable}. Numbers that are compared are finite and at most {largest} in magnitude. Replace missing values before learning, or leave such events out with Where."));

    internal static FeatureValueException Scaled(CountScope scope, long index, int column, double value, double scaled, double largest) => new(FormattableString.Invariant(
        $"Event {index} of {scope.Source} has the value {value} in column {column} (from 0) of {scope.Variable}, which is {scaled} in the scale of the rows that were learnt from. In that scale numbers are at most {largest} in magnitude. Correct the value, leave such events out with Where, or learn again from rows like these."));
}
