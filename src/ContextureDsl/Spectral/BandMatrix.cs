namespace ContextureDsl.Spectral;

/// <summary>A symmetric band matrix in double: the lower diagonals, column by column.</summary>
internal sealed class BandMatrix(int order, int halfWidth)
{
    private readonly double[] _lower = new double[(long)order * (halfWidth + 1)];

    /// <summary>Number of rows.</summary>
    public int Order => order;

    /// <summary>Number of diagonals below the main one.</summary>
    public int HalfWidth => halfWidth;

    /// <summary>An entry with row ≥ column and row − column ≤ <see cref="HalfWidth"/>; the mirrored one is the same.</summary>
    public ref double this[int row, int column] => ref _lower[column * (halfWidth + 1) + row - column];

}
