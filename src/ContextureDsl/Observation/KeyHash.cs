using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ContextureDsl.Observation;

/// <summary>The hash that all keys share: one 64 × 64 → 128 bit product per 16 bytes, both halves folded together (the step of wyhash), then the finish of splitmix64.</summary>
/// <remarks>
/// The seeds differ from process to process, so that keys that collide in one do not in the next; this is no cryptographic promise. They never show: values are numbered in the order in
/// which they are first seen, whatever their hash.
/// </remarks>
public static class KeyHash
{
    private const ulong Golden = 0x9E3779B97F4A7C15; // 2^64 divided by the golden ratio

    private static readonly ulong Seed = Secret();
    private static readonly ulong OtherSeed = Secret();

    /// <summary>The hash of 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(ulong bits) => Narrow(bits ^ Seed);

    /// <summary>The hash of 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(ulong first, ulong second) => Narrow(Multiply(first ^ Seed, second ^ OtherSeed));

    /// <summary>The hash of two hashes, in this order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Combine(uint first, uint second) => Of(((ulong)first << 32) | second);

    /// <summary>The hash of characters, case and all.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        ref var start = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(text));
        var length = text.Length * 2;
        var hash = (Seed + (ulong)length) * Golden; // multiplied, or a length could cancel against a character
        if (length >= 16)
        {
            for (var i = 0; i < length - 16; i += 16) hash = Multiply(Read(ref start, i) ^ OtherSeed, Read(ref start, i + 8) ^ hash);
            return Narrow(Multiply(Read(ref start, length - 16) ^ OtherSeed, Read(ref start, length - 8) ^ hash));
        }
        if (length >= 8) return Narrow(Multiply(Read(ref start, 0) ^ OtherSeed, Read(ref start, length - 8) ^ hash));
        var bits = 0UL;
        foreach (var character in text) bits = (bits << 16) | character;
        return Narrow(Multiply(bits ^ OtherSeed, hash));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Multiply(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }

    /// <summary>32 well-spread bits (the finish of splitmix64). Folding alone is not enough: regularly spaced keys would crowd under some seeds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Narrow(ulong hash)
    {
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        return (uint)(((hash ^ (hash >> 27)) * 0x94D049BB133111EB) >> 32);
    }

    private static ulong Secret() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Read(ref byte start, int offset) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, offset));
}
