using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>A kernel gave a value that is no weight, or an input is too far from all others for any weight.</summary>
public sealed class KernelValueException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public KernelValueException(string message) : base(message) { }

    internal static KernelValueException Of(CountScope scope, string input, string other, double value) => new(FormattableString.Invariant(
        $"The kernel of {scope.Variable} gave {value} for the inputs {input} and {other}. A kernel of a random walk is finite and not negative. Correct the function; a kernel with negative values needs a shift or a square first."));

    internal static KernelValueException Sum(CountScope scope, string input) => new(FormattableString.Invariant(
        $"The values that the kernel of {scope.Variable} gave for the input {input} sum to more than {double.MaxValue}, the largest double. Only their ratios matter: divide the kernel by a constant."));
}
