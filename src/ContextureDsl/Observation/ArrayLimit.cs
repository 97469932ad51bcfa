namespace ContextureDsl.Observation;

/// <summary>How arrays grow, and where they end.</summary>
internal static class ArrayLimit
{
    /// <summary>The next capacity after a full array: twice as much, as far as an array can be.</summary>
    /// <exception cref="TableSizeException">The array already has the largest size.</exception>
    public static int Next(int capacity, int first, string what)
    {
        if (capacity >= Array.MaxLength) throw TableSizeException.Of(capacity + 1L, what);
        return (int)Math.Min(Array.MaxLength, Math.Max(first, 2L * capacity));
    }

    /// <summary>The count as an array length.</summary>
    /// <exception cref="TableSizeException">No array is that long.</exception>
    public static int Checked(long count, string what) => count <= Array.MaxLength ? (int)count : throw TableSizeException.Of(count, what);
}
