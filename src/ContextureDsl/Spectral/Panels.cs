using System.Numerics;
using ContextureDsl.Kernels;

namespace ContextureDsl.Spectral;

/// <summary>
/// Algebra of tall matrices that are kept as panels of eight columns, so that a basis grows without being moved. Every sum over rows is made in fixed ranges, in
/// double across pieces.
/// </summary>
internal static class Panels
{
    /// <summary>Columns of a panel.</summary>
    public const int Width = PanelProducts.Width;

    /// <summary>Numbers in a product of two panels.</summary>
    public const int Square = Width * Width;

    /// <summary>Rows of the piece that stays in the second-level cache while all panels of a basis meet it.</summary>
    private const int Piece = 256;

    /// <summary>How many panels hold so many columns.</summary>
    public static int Count(int columns) => (columns + Width - 1) / Width;

    /// <summary>Eight columns of a row-major matrix as a panel; those beyond the last are zero.</summary>
    /// <param name="matrix">Rows × columns numbers.</param>
    /// <param name="columns">Columns of the matrix.</param>
    /// <param name="first">The first of the eight.</param>
    public static Block<T> Of<T>(T[] matrix, int columns, int first)
        where T : unmanaged
    {
        var panel = new Block<T>(matrix.Length / columns, Width);
        var width = Math.Min(Width, columns - first);
        for (var row = 0; row < panel.Rows; row++) matrix.AsSpan(row * columns + first, width).CopyTo(panel.Values.AsSpan(row * Width));
        return panel;
    }

    /// <summary>Qᵀ Z for the panels first ≤ i &lt; last of a basis: (last − first) × 8 × 8 numbers.</summary>
    public static double[] Project<T>(IReadOnlyList<Block<T>> basis, int first, int last, Block<T> panel, int threads, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Partition.SumRows(panel.Rows, (last - first) * Square, threads, cancellationToken, (from, to, sums) =>
        {
            for (var i = first; i < last; i++) PanelProducts.Project(basis[i].Values, panel.Values, from, to, sums.Span.Slice((i - first) * Square, Square));
        });

    /// <summary>Zᵀ Z in double.</summary>
    public static double[] Gram<T>(Block<T> panel, int threads, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Partition.SumRows(panel.Rows, Square, threads, cancellationToken, (from, to, sums) => PanelProducts.Gram(panel.Values, from, to, sums.Span));

    /// <summary>Z −= Σ_i Q_i H_i over the panels first ≤ i &lt; last of a basis.</summary>
    public static void Subtract<T>(
        IReadOnlyList<Block<T>> basis, int first, int last, double[] coefficients, Block<T> panel, int threads, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var negated = Array.ConvertAll(coefficients, h => T.CreateTruncating(-h));
        Partition.ForRows(panel.Rows, threads, cancellationToken, (from, to) =>
        {
            for (var i = first; i < last; i++) PanelProducts.Accumulate(basis[i].Values, negated.AsSpan((i - first) * Square, Square), panel.Values, from, to);
        });
    }

    /// <summary>Z = Z C for an 8 × 8 matrix C.</summary>
    public static void Transform<T>(Block<T> panel, double[] matrix, int threads, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rounded = Array.ConvertAll(matrix, T.CreateTruncating);
        Partition.ForRows(panel.Rows, threads, cancellationToken, (from, to) => PanelProducts.Transform<T>(panel.Values, rounded, from, to));
    }

    /// <summary>Q S: as many new panels as <paramref name="columns"/> columns need, the rest of the last one zero.</summary>
    /// <param name="basis">Panels with together at least <paramref name="rows"/> columns.</param>
    /// <param name="matrix">S, rows × columns, row-major.</param>
    /// <param name="rows">Rows of S.</param>
    /// <param name="columns">Columns of S.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="cancellationToken">Looked at before every range.</param>
    public static List<Block<T>> Combine<T>(IReadOnlyList<Block<T>> basis, double[] matrix, int rows, int columns, int threads, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int used = Count(rows), made = Count(columns);
        var coefficients = new T[made * used * Square];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                // Pairs of result panels stand together, one after the other for every panel of the basis.
                var pair = column / Width & ~1;
                var square = pair * used + (Math.Min(2, made - pair) * (row / Width)) + column / Width - pair;
                coefficients[square * Square + row % Width * Width + column % Width] = T.CreateTruncating(matrix[row * columns + column]);
            }
        }

        var length = basis[0].Rows;
        var result = Enumerable.Range(0, made).Select(_ => new Block<T>(length, Width)).ToList();
        Partition.ForRows(length, threads, cancellationToken, (from, to) =>
        {
            for (var piece = from; piece < to; piece += Piece) CombinePiece(basis, used, coefficients, result, piece, Math.Min(to, piece + Piece));
        });
        return result;
    }

    private static void CombinePiece<T>(IReadOnlyList<Block<T>> basis, int used, T[] coefficients, List<Block<T>> result, int first, int last)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var pair = 0; pair < result.Count; pair += 2)
        {
            var both = pair + 1 < result.Count;
            for (var i = 0; i < used; i++)
            {
                var squares = coefficients.AsSpan((pair * used + (both ? 2 * i : i)) * Square);
                if (both) PanelProducts.AccumulateTwo(basis[i].Values, squares, result[pair].Values, result[pair + 1].Values, first, last);
                else PanelProducts.Accumulate(basis[i].Values, squares, result[pair].Values, first, last);
            }
        }
    }
}
