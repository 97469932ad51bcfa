namespace ContextureDsl.Observation;

/// <summary>Distinct sequences of numbers, numbered 0, 1, 2, … in the order in which they were first seen; open addressing, linear probing, at most half full. One writer.</summary>
internal sealed class NumberSequences
{
    private const int FirstSlots = 64;

    private int[] elements = new int[FirstSlots];
    private int[] ends = new int[FirstSlots];
    private int count;

    /// <summary>High half: hash. Low half: number + 1, so that zero is an empty slot.</summary>
    private ulong[] slots = new ulong[FirstSlots];

    /// <summary>How many there are.</summary>
    public int Count => count;

    /// <summary>The sequence with this number.</summary>
    public ReadOnlySpan<int> this[int number] => elements.AsSpan(Start(number), ends[number] - Start(number));

    /// <summary>The number of a sequence, which is the next one if it was not seen before. Expected time linear in its length.</summary>
    public int Number(ReadOnlySpan<int> sequence)
    {
        var hash = Hash(sequence);
        var mask = (uint)(slots.Length - 1);
        var at = hash & mask;
        for (var slot = slots[at]; slot != 0; slot = slots[at])
        {
            var number = (int)(uint)slot - 1;
            if ((uint)(slot >> 32) == hash && sequence.SequenceEqual(this[number])) return number;
            at = (at + 1) & mask;
        }
        Append(sequence);
        slots[at] = ((ulong)hash << 32) | (uint)count;
        if (2L * count > slots.Length) slots = OpenSlots.Doubled(slots);
        return count - 1;
    }

    private int Start(int number) => number == 0 ? 0 : ends[number - 1];

    private void Append(ReadOnlySpan<int> sequence)
    {
        const string What = "distinct patterns of tokens";
        var start = Start(count);
        if (start > Array.MaxLength - sequence.Length || slots.Length == 1 << 30) throw TableSizeException.Of(count + 1L, What);
        if (start + sequence.Length > elements.Length) Array.Resize(ref elements, (int)Math.Min(Array.MaxLength, Math.Max(2L * elements.Length, start + sequence.Length)));
        if (count == ends.Length) Array.Resize(ref ends, 2 * ends.Length);
        sequence.CopyTo(elements.AsSpan(start));
        ends[count++] = start + sequence.Length;
    }

    private static uint Hash(ReadOnlySpan<int> sequence)
    {
        var hash = KeyHash.Of((uint)sequence.Length);
        foreach (var element in sequence) hash = KeyHash.Combine(hash, (uint)element);
        return hash;
    }
}
