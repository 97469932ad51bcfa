using System.Runtime.CompilerServices;

namespace ContextureDsl.Observation;

/// <summary>Types of 1, 2, 4, 8 or 16 bytes whose values are equal exactly if their bits are: integers, char, bool, enums, DateOnly, TimeOnly, Guid.</summary>
/// <remarks>Not for floating point (0.0 equals −0.0), decimal (1.0 equals 1.00), nor for structs with padding or references.</remarks>
public readonly struct BitsKeys<T> : IKeys<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Hash(T value)
    {
        // sizeof is a constant of the instantiation, so one branch remains.
        if (Unsafe.SizeOf<T>() == 1) return KeyHash.Of(Unsafe.As<T, byte>(ref value));
        if (Unsafe.SizeOf<T>() == 2) return KeyHash.Of(Unsafe.As<T, ushort>(ref value));
        if (Unsafe.SizeOf<T>() == 4) return KeyHash.Of(Unsafe.As<T, uint>(ref value));
        if (Unsafe.SizeOf<T>() == 8) return KeyHash.Of(Unsafe.As<T, ulong>(ref value));
        if (Unsafe.SizeOf<T>() == 16) return KeyHash.Of(Half(ref value, 0), Half(ref value, 8));
        throw new NotSupportedException($"{typeof(T)} has {Unsafe.SizeOf<T>()} bytes. Keys compared by their bits have 1, 2, 4, 8 or 16. Use DefaultKeys<{typeof(T).Name}>.");
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Same(T left, T right)
    {
        if (Unsafe.SizeOf<T>() == 1) return Unsafe.As<T, byte>(ref left) == Unsafe.As<T, byte>(ref right);
        if (Unsafe.SizeOf<T>() == 2) return Unsafe.As<T, ushort>(ref left) == Unsafe.As<T, ushort>(ref right);
        if (Unsafe.SizeOf<T>() == 4) return Unsafe.As<T, uint>(ref left) == Unsafe.As<T, uint>(ref right);
        if (Unsafe.SizeOf<T>() == 8) return Unsafe.As<T, ulong>(ref left) == Unsafe.As<T, ulong>(ref right);
        return Half(ref left, 0) == Half(ref right, 0) && Half(ref left, 8) == Half(ref right, 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Half(ref T value, int offset) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref Unsafe.As<T, byte>(ref value), offset));
}
