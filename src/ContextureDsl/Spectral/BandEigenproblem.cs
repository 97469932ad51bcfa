using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Spectral;

/// <summary>
/// The eigenproblem of the projected matrix, at the price of what is asked for: all eigenvalues with a few rows of the eigenvectors while the iteration runs, the leading eigenvectors
/// once it has converged. A full decomposition would cost more than the iteration itself at rank 128.
/// </summary>
internal sealed class BandEigenproblem
{
    /// <summary>
    /// What the eigenvectors may be off, in orthogonality and in residual. They are refined by a decomposition of B̃V afterwards, so that this only guards against a
    /// failure of inverse iteration, which then gives way to a dense decomposition.
    /// </summary>
    private const double Sound = 1e-10;

    private readonly BandMatrix _matrix;
    private readonly BandReduction _reduction;

    /// <summary>Finds all eigenvalues.</summary>
    /// <param name="matrix">T.</param>
    /// <param name="rows">How many of the last rows of the eigenvectors to find with them.</param>
    public BandEigenproblem(BandMatrix matrix, int rows)
    {
        _matrix = matrix;
        _reduction = new BandReduction(matrix);
        var order = matrix.Order;
        var block = new double[order * rows];
        for (var row = 0; row < rows; row++) block[(order - rows + row) * rows + row] = 1;
        _reduction.Apply(block, rows);
        var values = _reduction.Diagonal.AsSpan().ToArray();
        TridiagonalEigenproblem.Values(values, _reduction.OffDiagonal.AsSpan().ToArray(), block, rows);
        var ranking = Enumerable.Range(0, order).OrderByDescending(i => values[i]).ThenBy(i => i).ToArray();
        Values = Array.ConvertAll(ranking, i => values[i]);
        LastRows = new double[order * rows];
        for (var i = 0; i < order; i++) block.AsSpan(ranking[i] * rows, rows).CopyTo(LastRows.AsSpan(i * rows));
    }

    /// <summary>Eigenvalues in descending order.</summary>
    public double[] Values { get; }

    /// <summary>For each eigenvalue the last entries of its eigenvector.</summary>
    public double[] LastRows { get; }

    /// <summary>The eigenvectors of the leading eigenvalues: order × count, row-major, orthonormal.</summary>
    public double[] Vectors(int count, CancellationToken cancellationToken)
    {
        var vectors = TridiagonalEigenproblem.Vectors(_reduction.Diagonal, _reduction.OffDiagonal, Values.AsSpan(0, count), cancellationToken);
        _reduction.ApplyTransposed(vectors, count);
        return IsSound(vectors, count) ? vectors : Dense(count);
    }

    // ‖Sᵀ S − I‖ and ‖T S − S Θ‖, entry by entry.
    private bool IsSound(double[] vectors, int count)
    {
        var order = _matrix.Order;
        var columns = Matrix<double>.Build.DenseOfRowMajor(order, count, vectors);
        var gram = columns.TransposeThisAndMultiply(columns) - Matrix<double>.Build.DenseIdentity(count);
        if (!(gram.Enumerate().Max(Math.Abs) <= Sound)) return false;
        for (var column = 0; column < count; column++)
        {
            var product = new double[order];
            for (var j = 0; j < order; j++)
            {
                for (var i = j; i <= Math.Min(order - 1, j + _matrix.HalfWidth); i++)
                {
                    product[i] += _matrix[i, j] * vectors[j * count + column];
                    if (i > j) product[j] += _matrix[i, j] * vectors[i * count + column];
                }
            }

            for (var i = 0; i < order; i++)
            {
                if (!(Math.Abs(product[i] - Values[column] * vectors[i * count + column]) <= Sound)) return false;
            }
        }

        return true;
    }

    private double[] Dense(int count)
    {
        var order = _matrix.Order;
        var dense = Matrix<double>.Build.Dense(order, order, (i, j) => Math.Abs(i - j) > _matrix.HalfWidth ? 0 : _matrix[Math.Max(i, j), Math.Min(i, j)]);
        var vectors = dense.Evd(Symmetricity.Symmetric).EigenVectors;
        var leading = new double[order * count];
        for (var row = 0; row < order; row++)
        {
            for (var column = 0; column < count; column++) leading[row * count + column] = vectors[row, order - 1 - column];
        }

        return leading;
    }
}
