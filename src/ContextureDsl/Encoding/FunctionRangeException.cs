namespace ContextureDsl;

/// <summary>A singular function has a value that the storage precision cannot hold, because what it belongs to has nearly no weight.</summary>
public sealed class FunctionRangeException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public FunctionRangeException(string message) : base(message) { }

    internal static FunctionRangeException Of<T>(int row, int function, double probability) =>
        new(FormattableString.Invariant($"Function {function + 1} has no finite value in row {row}, whose probability is {probability:G3}: that is too little for {(typeof(T) == typeof(float) ? "single" : "double")} precision. ") +
            (typeof(T) == typeof(float) ? "Use Precision.Double, raise the smallest share of the mix, or leave out what weighs so little." : "Raise the smallest share of the mix, or leave out what weighs so little."));
}
