namespace ContextureDsl.Kernels;

/// <summary>A sparse matrix in compressed rows.</summary>
/// <param name="Offsets">One more than rows; positions in the other two.</param>
/// <param name="Indices">Column numbers, ascending within a row.</param>
/// <param name="Values">The numbers.</param>
public sealed record SparseRows<T>(int[] Offsets, int[] Indices, T[] Values)
    where T : unmanaged
{
    /// <summary>Number of rows.</summary>
    public int Count => Offsets.Length - 1;

    /// <summary>The same matrix by columns: a stable counting sort, so that row numbers ascend within each. One pass over the numbers.</summary>
    /// <param name="columns">Number of columns.</param>
    /// <param name="cancellationToken">Looked at every few thousand rows.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SparseRows<T> Transposed(int columns, CancellationToken cancellationToken = default)
    {
        var offsets = new int[columns + 1];
        foreach (var column in Indices) offsets[column + 1]++;
        for (var column = 0; column < columns; column++) offsets[column + 1] += offsets[column];
        var next = offsets.AsSpan(0, columns).ToArray();
        var indices = new int[Indices.Length];
        var values = new T[Values.Length];
        for (var row = 0; row < Count; row++)
        {
            if (row % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            for (var k = Offsets[row]; k < Offsets[row + 1]; k++)
            {
                var position = next[Indices[k]]++;
                indices[position] = row;
                values[position] = Values[k];
            }
        }
        return new(offsets, indices, values);
    }
}
