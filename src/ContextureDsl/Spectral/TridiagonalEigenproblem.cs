using System.Runtime.CompilerServices;
using ContextureDsl.Kernels;

namespace ContextureDsl.Spectral;

/// <summary>Eigenvalues of a symmetric tridiagonal matrix by implicit QL, and single eigenvectors by inverse iteration (Wilkinson and Reinsch 1971).</summary>
internal static class TridiagonalEigenproblem
{
    private const double Roundoff = 2.220446049250313e-16;

    /// <summary>Two are usual; a matrix that needs more than this many is not one with finite entries.</summary>
    private const int MostSteps = 100;

    /// <summary>
    /// All eigenvalues, in no order, in place of the diagonal. The rows of <paramref name="block"/> (order × width) are combined as the eigenvectors are: what enters as Wᵀ leaves as
    /// one row (Wᵀ z) per eigenvalue, so that a few rows of the eigenvectors cost a few operations per rotation and not n.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Values(double[] diagonal, double[] offDiagonal, double[] block, int width, CancellationToken cancellationToken)
    {
        var order = diagonal.Length;
        var norm = Norm(diagonal, offDiagonal);
        for (var l = 0; l < order; l++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var step = 0; step < MostSteps; step++)
            {
                var m = l;
                while (m < order - 1 && Math.Abs(offDiagonal[m]) > Roundoff * Math.Max(Math.Abs(diagonal[m]) + Math.Abs(diagonal[m + 1]), 0.1 * norm)) m++;
                if (m == l) break;
                Step(diagonal, offDiagonal, block, width, l, m);
            }
        }
    }

    /// <summary>
    /// Orthonormal eigenvectors of the given eigenvalues (descending), as the columns of an order × count matrix, row-major. Vectors of eigenvalues closer than a thousandth of the norm
    /// are orthogonalised explicitly, the others come out orthogonal.
    /// </summary>
    public static double[] Vectors(double[] diagonal, double[] offDiagonal, ReadOnlySpan<double> values, CancellationToken cancellationToken)
    {
        var order = diagonal.Length;
        var norm = Math.Max(Norm(diagonal, offDiagonal), double.Epsilon);
        var random = new SeededNumbers(order);
        var vectors = new double[values.Length][];
        var shift = double.PositiveInfinity;
        var group = 0;
        for (var i = 0; i < values.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (i > 0 && values[i - 1] - values[i] > 1e-3 * norm) group = i;

            // Equal shifts would give equal vectors before the orthogonalisation: keep them a few roundings apart.
            shift = Math.Min(values[i], shift - 4 * Roundoff * norm);
            var factors = new TridiagonalFactors(diagonal, offDiagonal, shift, Roundoff * norm);
            var vector = vectors[i] = new double[order];
            random.Fill(vector);
            for (var round = 0; round < 3; round++)
            {
                factors.Solve(vector);
                Normalise(vector);
                for (var repeat = 0; repeat < 2; repeat++)
                {
                    for (var j = group; j < i; j++) ShortVectors.AddScaled(vectors[j], -ShortVectors.Dot(vectors[j], vector), vector);
                    Normalise(vector);
                }
            }
        }

        var matrix = new double[order * values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            for (var row = 0; row < order; row++) matrix[row * values.Length + i] = vectors[i][row];
        }

        return matrix;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Step(double[] d, double[] e, double[] block, int width, int l, int m)
    {
        var g = (d[l + 1] - d[l]) / (2 * e[l]);
        var r = Math.Sqrt(g * g + 1);
        g = d[m] - d[l] + e[l] / (g + Math.CopySign(r, g));
        double s = 1, c = 1, p = 0;
        for (var i = m - 1; i >= l; i--)
        {
            double f = s * e[i], b = c * e[i];
            r = Math.Sqrt(f * f + g * g);
            e[i + 1] = r;
            if (r == 0)
            {
                // The shift was an eigenvalue of the lower part: it has split off.
                d[i + 1] -= p;
                e[m] = 0;
                return;
            }

            s = f / r;
            c = g / r;
            g = d[i + 1] - p;
            r = (d[i] - g) * s + 2 * c * b;
            p = s * r;
            d[i + 1] = g + p;
            g = c * r - b;
            ShortVectors.Rotate(block.AsSpan(i * width, width), block.AsSpan((i + 1) * width, width), c, -s);
        }

        d[l] -= p;
        e[l] = g;
        e[m] = 0;
    }

    private static double Norm(double[] diagonal, double[] offDiagonal)
    {
        var norm = 0.0;
        for (var i = 0; i < diagonal.Length; i++) norm = Math.Max(norm, Math.Abs(diagonal[i]) + Math.Abs(offDiagonal[i]) + (i > 0 ? Math.Abs(offDiagonal[i - 1]) : 0));
        return norm;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Normalise(double[] vector)
    {
        // First by the largest entry: a solve close to an eigenvalue makes numbers whose squares overflow.
        var largest = 0.0;
        foreach (var value in vector) largest = Math.Max(largest, Math.Abs(value));
        for (var i = 0; i < vector.Length; i++) vector[i] /= largest;
        var length = Math.Sqrt(ShortVectors.Dot(vector, vector));
        for (var i = 0; i < vector.Length; i++) vector[i] /= length;
    }
}
