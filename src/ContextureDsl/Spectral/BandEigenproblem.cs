using ContextureDsl.Kernels;
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
    /// <param name="cancellationToken">Looked at before every column.</param>
    public BandEigenproblem(BandMatrix matrix, int rows, CancellationToken cancellationToken)
    {
        _matrix = matrix;
        _reduction = new BandReduction(matrix, cancellationToken);
        var order = matrix.Order;
        var block = new double[order * rows];
        for (var row = 0; row < rows; row++) block[(order - rows + row) * rows + row] = 1;
        _reduction.Apply(block, rows);
        var values = _reduction.Diagonal.AsSpan().ToArray();
        TridiagonalEigenproblem.Values(values, _reduction.OffDiagonal.AsSpan().ToArray(), block, rows, cancellationToken);
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
        var gram = new double[count * count];
        var residual = new double[order * count];
        for (var j = 0; j < order; j++)
        {
            var row = vectors.AsSpan(j * count, count);
            for (var column = 0; column < count; column++)
            {
                ShortVectors.AddScaled(row, row[column], gram.AsSpan(column * count, count));
                residual[j * count + column] -= Values[column] * row[column];
            }

            for (var i = j; i <= Math.Min(order - 1, j + _matrix.HalfWidth); i++)
            {
                ShortVectors.AddScaled(row, _matrix[i, j], residual.AsSpan(i * count, count));
                if (i > j) ShortVectors.AddScaled(vectors.AsSpan(i * count, count), _matrix[i, j], residual.AsSpan(j * count, count));
            }
        }

        for (var i = 0; i < count; i++) gram[i * count + i] -= 1;
        return LargestOf(gram) <= Sound && LargestOf(residual) <= Sound;
    }

    private static double LargestOf(double[] numbers)
    {
        var largest = 0.0;
        foreach (var number in numbers) largest = Math.Max(largest, Math.Abs(number));
        return largest;
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
