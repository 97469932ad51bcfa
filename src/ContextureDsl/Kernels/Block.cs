namespace ContextureDsl.Kernels;

/// <summary>A block of vectors: row-major, the <see cref="Width"/> columns of a row are contiguous, so that a sparse row meets them in one register.</summary>
public sealed class Block<T>
    where T : unmanaged
{
    /// <summary>A block of zeros.</summary>
    public Block(int rows, int width)
    {
        Rows = rows;
        Width = width;
        Values = new T[checked((long)rows * width) <= Array.MaxLength ? rows * width : throw new OutOfMemoryException($"A block of {rows} x {width} numbers exceeds the largest array.")];
    }

    /// <summary>Length of the vectors.</summary>
    public int Rows { get; }

    /// <summary>Number of vectors.</summary>
    public int Width { get; }

    /// <summary>Rows × Width numbers.</summary>
    public T[] Values { get; }

    /// <summary>The numbers of one row.</summary>
    public Span<T> Row(int row) => Values.AsSpan(row * Width, Width);
}
