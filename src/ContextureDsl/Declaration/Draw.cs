using ContextureDsl.Kernels;

namespace ContextureDsl;

/// <summary>
/// The random numbers of one draw of a sampled context: a sequence that depends on the seed, on the content of the input and on the number of the draw only. Hence the
/// order of the rows, the number of threads, the platform and other inputs change nothing.
/// </summary>
/// <remarks>The SplitMix64 sequence (Steele, Lea, Flood 2014). Of use during the call it is handed to; not thread-safe.</remarks>
public sealed class Draw
{
    private SplitMix random;

    private Draw(SplitMix random) => this.random = random;

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    public double NextDouble() => random.NextDouble();

    /// <summary>A whole number in [0, below), all equally probable.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="below"/> is not positive.</exception>
    public int Next(int below)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(below);
        return random.Next(below);
    }

    /// <summary>A standard normal number: mean 0, deviation 1 (the polar method of Marsaglia).</summary>
    public double NextNormal()
    {
        while (true)
        {
            var (u, v) = ((2 * NextDouble()) - 1, (2 * NextDouble()) - 1);
            var radius = (u * u) + (v * v);
            if (radius is > 0 and < 1) return u * Math.Sqrt(-2 * Math.Log(radius) / radius);
        }
    }

    /// <summary>The sequence for a draw of an input with this content.</summary>
    internal static Draw Of(long seed, ulong content, int draw) => new(new SplitMix((long)SplitMix.Fold(SplitMix.Fold((ulong)seed, content), (ulong)draw)));
}
