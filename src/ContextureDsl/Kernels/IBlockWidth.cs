namespace ContextureDsl.Kernels;

/// <summary>
/// The width of a block as a constant of the type system: a kernel instantiated with it is compiled with the number written in, its loops over columns gone.
/// A width that is only known at run time costs a factor of two to three, because the sums of a row then live in memory.
/// </summary>
public interface IBlockWidth
{
    /// <summary>Number of columns; a multiple of eight.</summary>
    static abstract int Columns { get; }
}
