using System.Runtime.InteropServices;

namespace ContextureDsl.Observation;

/// <summary>The values of one row of many, read once; its memory is used again for the next row. For <see cref="PairAccumulator{TInput, TVariable}.AddEach"/>.</summary>
public sealed class RowValues<T>
{
    private readonly List<T> values = [];

    /// <summary>The values of a row, valid until the next call. An array or a list is looked at where it is; anything else is enumerated once.</summary>
    public ReadOnlySpan<T> Of(IEnumerable<T> row)
    {
        if (row is T[] array) return array;
        if (row is List<T> list) return CollectionsMarshal.AsSpan(list);
        values.Clear();
        values.AddRange(row);
        return CollectionsMarshal.AsSpan(values);
    }
}
