using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Spectral;

/// <summary>Eigenvalues and eigenvectors of the small projected matrix.</summary>
internal static class BandEigenproblem
{
    /// <summary>All eigenvalues in descending order, and the last rows of the eigenvectors.</summary>
    public static (double[] Values, double[] LastRows) Values(BandMatrix matrix, int rows)
    {
        var (values, vectors) = Dense(matrix);
        var last = new double[rows * matrix.Order];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < matrix.Order; column++) last[row * matrix.Order + column] = vectors[matrix.Order - rows + row, matrix.Order - 1 - column];
        }

        return (values, last);
    }

    /// <summary>The eigenvectors of the leading eigenvalues: order × count, row-major, orthonormal.</summary>
    public static double[] Vectors(BandMatrix matrix, int count)
    {
        var (_, vectors) = Dense(matrix);
        var leading = new double[matrix.Order * count];
        for (var row = 0; row < matrix.Order; row++)
        {
            for (var column = 0; column < count; column++) leading[row * count + column] = vectors[row, matrix.Order - 1 - column];
        }

        return leading;
    }

    private static (double[] Values, Matrix<double> Vectors) Dense(BandMatrix matrix)
    {
        var dense = Matrix<double>.Build.Dense(matrix.Order, matrix.Order, (i, j) => Math.Abs(i - j) > matrix.HalfWidth ? 0 : matrix[Math.Max(i, j), Math.Min(i, j)]);
        var decomposition = dense.Evd(Symmetricity.Symmetric);
        return ([.. decomposition.EigenValues.Select(value => value.Real).Reverse()], decomposition.EigenVectors);
    }
}
