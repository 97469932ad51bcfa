using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>A codebook with the codewords that were learnt: encodes further values as those were that it was learnt from. Immutable and thread-safe.</summary>
/// <typeparam name="T">What is encoded.</typeparam>
public abstract class LearntCodebook<T> : FittedState
{
    private protected LearntCodebook() { }

    /// <summary>Number of codewords.</summary>
    public abstract int Codewords { get; }

    /// <summary>The codewords of a value: what it is seen as. Repeated ones count as often as they stand there.</summary>
    /// <exception cref="ContextureException">The value is none that the codebook can read, such as an image of another size.</exception>
    public abstract Codeword[] Encode(T value);
}
