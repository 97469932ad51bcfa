namespace ContextureDsl.Spectral;

/// <summary>A sparse matrix in compressed rows.</summary>
/// <param name="Offsets">One more than rows; positions in the other two.</param>
/// <param name="Indices">Column numbers, ascending within a row.</param>
/// <param name="Values">The numbers.</param>
public sealed record SparseRows<T>(int[] Offsets, int[] Indices, T[] Values)
    where T : unmanaged
{
    /// <summary>Number of rows.</summary>
    public int Count => Offsets.Length - 1;
}
