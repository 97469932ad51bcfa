namespace ContextureDsl.Kernels;

/// <summary>Sixteen columns: one cache line per row in single precision.</summary>
public readonly struct Width16 : IBlockWidth
{
    /// <inheritdoc/>
    public static int Columns => 16;
}
