using System.Runtime.CompilerServices;

namespace ContextureDsl.Observation;

/// <summary>An alphabet in an open-addressing table: a power of two of 8-byte slots (hash and number), linear probing, at most half full.</summary>
/// <remarks>
/// A probe compares the stored hash first and looks at the value only when it agrees; growing never hashes a value again.
/// Memory per value: 16 to 32 bytes of slots and the value itself.
/// </remarks>
/// <typeparam name="T">The values.</typeparam>
/// <typeparam name="TKeys">How they are hashed and compared.</typeparam>
public sealed class HashAlphabet<T, TKeys> : GrowingAlphabet<T>
    where T : notnull
    where TKeys : struct, IKeys<T>
{
    private const int FirstSlots = 32;

    /// <summary>High half: hash. Low half: number + 1, so that zero is an empty slot.</summary>
    private ulong[] slots = new ulong[FirstSlots];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override int Number(T value)
    {
        var hash = TKeys.Hash(value);
        var slots = this.slots;
        var at = hash & (uint)(slots.Length - 1);
        for (var slot = slots[at]; slot != 0; slot = slots[at])
        {
            if ((uint)(slot >> 32) == hash && TKeys.Same(Stored[(int)(uint)slot - 1], value)) return (int)(uint)slot - 1;
            at = (at + 1) & (uint)(slots.Length - 1);
        }
        return Add(value, hash, at);
    }

    /// <inheritdoc/>
    public override bool TryIndex(T value, out int index)
    {
        var hash = TKeys.Hash(value);
        for (var at = hash & (uint)(slots.Length - 1); slots[at] != 0; at = (at + 1) & (uint)(slots.Length - 1))
        {
            index = (int)(uint)slots[at] - 1;
            if ((uint)(slots[at] >> 32) == hash && TKeys.Same(Stored[index], value)) return true;
        }
        index = -1;
        return false;
    }

    private protected override GrowingAlphabet<T> Fresh() => new HashAlphabet<T, TKeys>();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Add(T value, uint hash, uint at)
    {
        var index = Append(value);
        slots[at] = ((ulong)hash << 32) | (uint)(index + 1);
        if (2L * Count > slots.Length) Grow();
        return index;
    }

    private void Grow()
    {
        // The largest power of two that an array can have is 2^30; from then on the table fills up to seven eighths.
        if (slots.Length == 1 << 30)
        {
            if (Count > slots.Length / 8 * 7) throw TableSizeException.Of(Count, "distinct values of " + typeof(T).Name);
            return;
        }
        slots = OpenSlots.Doubled(slots);
    }
}
