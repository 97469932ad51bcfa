namespace ContextureDsl.Kernels;

/// <summary>
/// The singular value decomposition R = X Σ Yᵀ of a small square matrix by one-sided Jacobi rotations (Hestenes 1958; de Rijk 1989), in double. Chosen over the
/// bidiagonal method because small and repeated values come out as accurately as large ones, and zeros as zeros.
/// </summary>
internal static class JacobiSvd
{
    /// <summary>Cosines below this count as orthogonal.</summary>
    private const double Orthogonal = 1e-15;

    /// <summary>Rotations converge quadratically: ten sweeps are usual, and what is left after forty shows in the measured residuals.</summary>
    private const int Sweeps = 40;

    /// <summary>Decomposes the matrix. Cost: about 4 n³ per sweep.</summary>
    /// <param name="matrix">R, n × n row-major; overwritten. Its rows are rotated, since those of a triangular R are closer to orthogonal than its columns.</param>
    /// <param name="order">n.</param>
    /// <param name="cancellationToken">Looked at before every row.</param>
    /// <returns>Values in descending order; row i of Left and of Right is xᵢ and yᵢ.</returns>
    public static (double[] Values, double[][] Left, double[][] Right) Decompose(double[] matrix, int order, CancellationToken cancellationToken)
    {
        // Rotating rows i and j of R from the left: Xᵀ R = Σ Yᵀ, so the rows become s y and the accumulated rotations x.
        var rows = new double[order][];
        var left = new double[order][];
        for (var i = 0; i < order; i++)
        {
            rows[i] = matrix.AsSpan(i * order, order).ToArray();
            left[i] = new double[order];
            left[i][i] = 1;
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            if (!Sweep(rows, left, cancellationToken)) break;
        }

        var lengths = Array.ConvertAll(rows, row => Math.Sqrt(ShortVectors.Dot(row, row)));
        var ranking = Enumerable.Range(0, order).OrderByDescending(i => lengths[i]).ThenBy(i => i).ToArray();
        var values = Array.ConvertAll(ranking, i => lengths[i]);
        var right = Directions(Array.ConvertAll(ranking, i => rows[i]), values);
        return (values, Array.ConvertAll(ranking, i => left[i]), right);
    }

    private static bool Sweep(double[][] rows, double[][] left, CancellationToken cancellationToken)
    {
        var rotated = false;
        var squares = Array.ConvertAll(rows, row => ShortVectors.Dot(row, row));
        for (var i = 0; i < rows.Length - 1; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var j = i + 1; j < rows.Length; j++)
            {
                if (squares[j] > squares[i])
                {
                    // The larger first: the order that makes the method converge as fast as a sorted one.
                    (rows[i], rows[j]) = (rows[j], rows[i]);
                    (left[i], left[j]) = (left[j], left[i]);
                    (squares[i], squares[j]) = (squares[j], squares[i]);
                }

                var product = ShortVectors.Dot(rows[i], rows[j]);
                if (Math.Abs(product) <= Orthogonal * Math.Sqrt(squares[i]) * Math.Sqrt(squares[j])) continue;
                rotated = true;
                var zeta = (squares[j] - squares[i]) / (2 * product);
                var tangent = (zeta >= 0 ? 1 : -1) / (Math.Abs(zeta) + Math.Sqrt(1 + zeta * zeta));
                var cosine = 1 / Math.Sqrt(1 + tangent * tangent);
                ShortVectors.Rotate(rows[i], rows[j], cosine, -cosine * tangent);
                ShortVectors.Rotate(left[i], left[j], cosine, -cosine * tangent);
                squares[i] = ShortVectors.Dot(rows[i], rows[i]);
                squares[j] = ShortVectors.Dot(rows[j], rows[j]);
            }
        }

        return rotated;
    }

    // Unit rows; where a value is zero within rounding, any direction orthogonal to the others completes them.
    private static double[][] Directions(double[][] rows, double[] values)
    {
        var order = rows.Length;
        var unit = 0;
        for (var i = 0; i < order; i++)
        {
            if (values[i] > order * 2.3e-16 * Math.Max(values[0], double.Epsilon))
            {
                for (var k = 0; k < order; k++) rows[i][k] /= values[i];
                continue;
            }

            values[i] = 0;
            do
            {
                Array.Clear(rows[i]);
                rows[i][unit++] = 1;
            }
            while (!Orthonormalise(rows, i));
        }

        return rows;
    }

    private static bool Orthonormalise(double[][] rows, int i)
    {
        for (var round = 0; round < 3; round++)
        {
            for (var j = 0; j < i; j++) ShortVectors.AddScaled(rows[j], -ShortVectors.Dot(rows[j], rows[i]), rows[i]);
            var length = Math.Sqrt(ShortVectors.Dot(rows[i], rows[i]));

            // Some unit vector among the remaining has at least this length outside the span of i < n rows.
            if (length < 0.5 / Math.Sqrt(rows.Length)) return false;
            for (var k = 0; k < rows.Length; k++) rows[i][k] /= length;
        }

        return true;
    }
}
