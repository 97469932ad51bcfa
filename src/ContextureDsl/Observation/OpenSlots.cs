namespace ContextureDsl.Observation;

/// <summary>The slots of open addressing with linear probing: the high half of one is a hash, the low half a number + 1, so that zero is an empty slot. Their count is a power of two.</summary>
internal static class OpenSlots
{
    /// <summary>The same entries in twice as many slots.</summary>
    public static ulong[] Doubled(ulong[] slots)
    {
        var larger = new ulong[slots.Length * 2];
        var mask = (uint)(larger.Length - 1);
        foreach (var slot in slots)
        {
            if (slot == 0) continue;
            var at = (uint)(slot >> 32) & mask;
            while (larger[at] != 0) at = (at + 1) & mask;
            larger[at] = slot;
        }
        return larger;
    }
}
