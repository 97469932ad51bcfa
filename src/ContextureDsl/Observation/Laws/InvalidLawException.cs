using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>What should be a probability law is none: a probability is negative or not finite, the sum is not one, or there is nothing.</summary>
public sealed class InvalidLawException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public InvalidLawException(string message) : base(message) { }

    internal static InvalidLawException At(CountScope scope, long index, string whose, string what) => new(FormattableString.Invariant(
        $"{scope.Variable} {what} for {whose}, first at event {index} of {scope.Source}. Probabilities are finite, not negative and sum to 1 within {LawSlack.Value}. Correct the law, or leave such events out with Where."));
}
