namespace ContextureDsl.Kernels;

/// <summary>
/// Random numbers that depend on a seed only: the SplitMix64 sequence (Steele, Lea, Flood 2014), the same on every platform and .NET version. For draws, where the law of the
/// numbers matters and their cryptographic quality does not.
/// </summary>
internal struct SplitMix
{
    /// <summary>From one state of the sequence to the next.</summary>
    public const ulong Step = 0x9E3779B97F4A7C15;

    private ulong state;

    /// <summary>The sequence of a seed. Neighbouring seeds give unrelated sequences.</summary>
    public SplitMix(long seed) => state = Scramble((ulong)seed * 0xD1342543DE82EF95 + Step);

    /// <summary>64 bits.</summary>
    public ulong Next() => Scramble(state += Step);

    /// <summary>Uniform on [0, 1), in steps of 2⁻⁵³.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform on 0, …, <paramref name="below"/> − 1. The bias is less than 2⁻³² of a probability.</summary>
    public int Next(int below) => (int)Math.BigMul(Next(), (ulong)below, out _);

    /// <summary>Takes another 64 bits into a hash that is the same in every process.</summary>
    public static ulong Fold(ulong hash, ulong bits) => Scramble((hash + Step) ^ bits);

    /// <summary>The number of a state.</summary>
    public static ulong Scramble(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
