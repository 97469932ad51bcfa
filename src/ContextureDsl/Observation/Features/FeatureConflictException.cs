using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>One input came with two different rows of numbers.</summary>
public sealed class FeatureConflictException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public FeatureConflictException(string message) : base(message) { }

    internal static FeatureConflictException At(CountScope scope, long index, long first, string input, int column, double value, double earlier) => new(FormattableString.Invariant(
        $"Event {index} of {scope.Source} gives the input {input} of {scope.Input} the value {value} in column {column} (from 0) of {scope.Variable}, where event {first} gave it {earlier}. An input is one point: it may come again with the same numbers only. Take a key that is different for every row, or average the rows before learning."));
}
