namespace ContextureDsl.Kernels;

/// <summary>Eight columns: one 256-bit register per row in single precision, two in double.</summary>
public readonly struct Width8 : IBlockWidth
{
    /// <inheritdoc/>
    public static int Columns => 8;
}
