using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>A row's weight is negative, NaN or infinite, or the weights sum to more than a double holds.</summary>
public sealed class InvalidWeightException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public InvalidWeightException(string message) : base(message) { }

    internal static InvalidWeightException At(CountScope scope, long index, double weight) => new(FormattableString.Invariant(
        $"Event {index} of {scope.Source} has the weight {weight}{From(scope)}. A weight is finite and not negative; zero means that the event is not there. Correct the event, or leave it out with Where."));

    internal static InvalidWeightException PairSum(CountScope scope, string input, string variable) => new(FormattableString.Invariant(
        $"The weights{From(scope)} of the pair ({input}, {variable}) in {scope.Source} sum to more than {double.MaxValue}, the largest double. Only ratios of weights matter: divide all of them by a common factor."));

    internal static InvalidWeightException TotalSum(CountScope scope, int pairs, double largest) => new(FormattableString.Invariant(
        $"The weights{From(scope)} of the {pairs} distinct pairs in {scope.Source}, the largest being {largest}, sum to more than {double.MaxValue}, the largest double. Only ratios of weights matter: divide all of them by a common factor."));

    private static string From(CountScope scope) => scope.Weight is null ? "" : $" from {scope.Weight}";
}
