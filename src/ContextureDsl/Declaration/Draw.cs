namespace ContextureDsl;

/// <summary>
/// The random numbers of one draw of a sampled context: a sequence that depends on the seed, on the content of the input and on the number of the draw only. Hence the
/// order of the rows, the number of threads, the platform and other inputs change nothing.
/// </summary>
/// <remarks>The SplitMix64 sequence (Steele, Lea, Flood 2014). Of use during the call it is handed to; not thread-safe.</remarks>
public sealed class Draw
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong state;

    internal Draw(ulong state) => this.state = state;

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in [0, below), all equally probable.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="below"/> is not positive.</exception>
    public int Next(int below)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(below);

        // The high half of bits · below, refused where the low half falls into what does not divide evenly (Lemire 2019).
        var range = (uint)below;
        var product = (NextBits() >> 32) * range;
        if ((uint)product < range)
        {
            var uneven = (uint)-below % range;
            while ((uint)product < uneven) product = (NextBits() >> 32) * range;
        }
        return (int)(product >> 32);
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

    /// <summary>Where the sequence starts for a draw of an input with this content.</summary>
    internal static Draw Of(long seed, ulong content, int draw) => new(Spread(Spread((ulong)seed + Step) + content) + (ulong)draw);

    private ulong NextBits() => Spread(state += Step);

    private static ulong Spread(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
