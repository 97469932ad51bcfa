namespace ContextureDsl;

/// <summary>Contexts that are to be seen at once have more pairs of values than memory was allowed for.</summary>
public sealed class MemoryLimitException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public MemoryLimitException(string message) : base(message) { }

    internal static MemoryLimitException Joint(string first, string second, long pairs, long bytes, long limit) => new(FormattableString.Invariant(
        $"Mix.Joint of '{first}' and '{second}' has {pairs:N0} pairs of an input with both values, which need about {bytes:N0} bytes; the limit is {limit:N0}. Nothing was allocated. Raise a minimum count, leave inputs with many values out with Where, raise LearnOptions.MemoryLimit, or use Mix.Concatenate or Mix.Convex, which need no more than their parts."));

    internal static MemoryLimitException Law(string name, int done, int inputs, long pairs, long limit) => new(FormattableString.Invariant(
        $"Mix.Joint needs the law of '{name}', a mix, written down; after {Math.Min(done, inputs):N0} of {inputs:N0} inputs it has {pairs:N0} pairs, more than the limit of {limit:N0} bytes holds. Take contexts that are counted rather than mixes into Mix.Joint, raise LearnOptions.MemoryLimit, or use Mix.Concatenate."));
}
