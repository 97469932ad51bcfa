using System.Numerics;
using ContextureDsl.Kernels;

namespace ContextureDsl.Spectral;

/// <summary>
/// Random directions that depend on a seed and a counter only: uniform numbers in (−1, 1) from the SplitMix64 sequence (Steele, Lea, Flood 2014), the same on every platform
/// and .NET version. What they are drawn from does not matter, only that no direction is orthogonal to what is sought.
/// </summary>
internal sealed class SeededNumbers(long seed)
{
    private ulong _state = (ulong)seed * 0xD1342543DE82EF95 + SplitMix.Step;

    /// <summary>The next number of the sequence.</summary>
    public double Next() => ((SplitMix.Scramble(_state += SplitMix.Step) >> 11) + 0.5) * (2.0 / (1UL << 53)) - 1;

    /// <summary>Fills a block, row by row.</summary>
    public void Fill<T>(Block<T> block)
        where T : unmanaged, INumberBase<T>
    {
        for (var i = 0; i < block.Values.Length; i++) block.Values[i] = T.CreateTruncating(Next());
    }

    /// <summary>Fills a vector.</summary>
    public void Fill(Span<double> vector)
    {
        for (var i = 0; i < vector.Length; i++) vector[i] = Next();
    }
}
