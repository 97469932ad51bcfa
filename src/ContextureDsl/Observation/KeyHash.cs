using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ContextureDsl.Observation;

/// <summary>The hash that all keys share: one 64 × 64 → 128 bit product per 16 bytes, both halves folded together (the step of wyhash).</summary>
/// <remarks>
/// The seed differs from process to process, so that nobody can prepare keys that collide. It never shows: values are numbered in the order in
/// which they are first seen, whatever their hash.
/// </remarks>
public static class KeyHash
{
    private const ulong Odd = 0x9E3779B97F4A7C15; // 2^64 divided by the golden ratio

    private static readonly ulong Seed = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));

    /// <summary>The hash of 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(ulong bits) => Narrow(Multiply(bits ^ Seed, Odd));

    /// <summary>The hash of 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(ulong first, ulong second) => Narrow(Multiply(Multiply(first ^ Seed, Odd), second ^ Odd));

    /// <summary>The hash of two hashes, in this order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Combine(uint first, uint second) => Of(((ulong)first << 32) | second);

    /// <summary>The hash of characters, case and all.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        ref var start = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(text));
        var length = text.Length * 2;
        var hash = Seed ^ (ulong)length;
        if (length >= 16)
        {
            for (var i = 0; i < length - 16; i += 16) hash = Multiply(Read(ref start, i) ^ Odd, Read(ref start, i + 8) ^ hash);
            return Narrow(Multiply(Read(ref start, length - 16) ^ Odd, Read(ref start, length - 8) ^ hash));
        }
        if (length >= 8) return Narrow(Multiply(Read(ref start, 0) ^ Odd, Read(ref start, length - 8) ^ hash));
        var bits = 0UL;
        foreach (var character in text) bits = (bits << 16) | character;
        return Narrow(Multiply(bits ^ Odd, hash));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Multiply(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Narrow(ulong hash) => (uint)(hash ^ (hash >> 32));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Read(ref byte start, int offset) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, offset));
}
