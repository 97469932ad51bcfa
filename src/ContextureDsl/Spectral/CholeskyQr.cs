using System.Numerics;
using ContextureDsl.Kernels;

namespace ContextureDsl.Spectral;

/// <summary>Z = Q R from the Cholesky factor of Zᵀ Z: two passes over the panel, everything small in double.</summary>
internal static class CholeskyQr
{
    private const int Order = Panels.Width;

    /// <summary>Replaces Z by Q and <paramref name="upper"/> by R · upper, if the columns are far enough from dependent; changes nothing otherwise.</summary>
    /// <param name="panel">Z.</param>
    /// <param name="columns">Columns that count; the others become zero.</param>
    /// <param name="smallestPivot">Least squared sine between a column and the span of those before it.</param>
    /// <param name="negligible">Columns that are shorter than this are no columns.</param>
    /// <param name="upper">The product of the triangular factors so far.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="cancellationToken">Looked at before every range.</param>
    /// <param name="shrinkage">The smallest diagonal entry of R.</param>
    public static bool TryApply<T>(
        Block<T> panel, int columns, double smallestPivot, double negligible, double[] upper, int threads, CancellationToken cancellationToken, out double shrinkage)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        shrinkage = 0;
        var gram = Panels.Gram(panel, threads, cancellationToken);
        var factor = new double[Panels.Square];
        for (var i = 0; i < columns; i++)
        {
            var length = gram[i * Order + i];
            if (!(length > negligible * negligible)) return false;
            for (var j = i; j < columns; j++)
            {
                var sum = gram[i * Order + j];
                for (var k = 0; k < i; k++) sum -= factor[k * Order + i] * factor[k * Order + j];
                if (j == i && !(sum > smallestPivot * length)) return false;
                factor[i * Order + j] = j == i ? Math.Sqrt(sum) : sum / factor[i * Order + i];
            }
        }

        shrinkage = double.PositiveInfinity;
        for (var i = 0; i < columns; i++) shrinkage = Math.Min(shrinkage, factor[i * Order + i]);
        Panels.Transform(panel, Inverse(factor, columns), threads, cancellationToken);
        SquareMatrix.MultiplyLeft(factor, upper);
        return true;
    }

    private static double[] Inverse(double[] factor, int columns)
    {
        var inverse = new double[Panels.Square];
        for (var j = 0; j < columns; j++)
        {
            inverse[j * Order + j] = 1 / factor[j * Order + j];
            for (var i = j - 1; i >= 0; i--)
            {
                var sum = 0.0;
                for (var k = i + 1; k <= j; k++) sum += factor[i * Order + k] * inverse[k * Order + j];
                inverse[i * Order + j] = -sum / factor[i * Order + i];
            }
        }

        return inverse;
    }
}
