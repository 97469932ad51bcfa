namespace ContextureDsl.Kernels;

/// <summary>The singular value decomposition Z = U S Vᵀ of a dense matrix with few columns or few rows: Gram–Schmidt, twice, and Jacobi rotations of the triangle, in double.</summary>
internal static class ThinSvd
{
    /// <summary>A column that keeps less than this share of its length outside the span of those before it depends on them.</summary>
    private const double Dependent = 1e-14;

    /// <summary>Decomposes the matrix. Cost: 4 n m² and about 40 k³, k = min(n, m).</summary>
    /// <param name="matrix">Z, n × m; its numbers are of moderate size, so that their squares can be summed.</param>
    /// <param name="cancellationToken">Looked at before every column.</param>
    /// <returns>k = min(n, m) values in descending order, and the right singular vectors vᵢ, m numbers each; the left ones are Z vᵢ / sᵢ.</returns>
    public static (double[] Values, double[][] Right) Decompose(Block<double> matrix, CancellationToken cancellationToken)
    {
        var (rows, columns) = (matrix.Rows, matrix.Width);
        if (columns <= rows)
        {
            var (_, triangle) = Orthogonalised(Vectors(columns, rows, (j, x) => matrix.Values[x * columns + j]), cancellationToken);
            var (values, _, right) = JacobiSvd.Decompose(triangle, columns, cancellationToken);
            return (values, right);
        }

        // Zᵀ = Q R and R = X S Yᵀ: Z = Y S (Q X)ᵀ.
        var (basis, small) = Orthogonalised(Vectors(rows, columns, (x, j) => matrix.Values[x * columns + j]), cancellationToken);
        var (sizes, left, _) = JacobiSvd.Decompose(small, rows, cancellationToken);
        return (sizes, Array.ConvertAll(left, coefficients => Combined(basis, coefficients, columns)));
    }

    private static double[][] Vectors(int count, int length, Func<int, int, double> value)
    {
        var vectors = new double[count][];
        for (var i = 0; i < count; i++)
        {
            vectors[i] = new double[length];
            for (var k = 0; k < length; k++) vectors[i][k] = value(i, k);
        }

        return vectors;
    }

    /// <summary>Q and R, row-major; a column that depends on those before it gets a zero vector and a zero diagonal.</summary>
    private static (double[][] Basis, double[] Triangle) Orthogonalised(double[][] vectors, CancellationToken cancellationToken)
    {
        var triangle = new double[vectors.Length * vectors.Length];
        for (var i = 0; i < vectors.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var original = Math.Sqrt(ShortVectors.Dot(vectors[i], vectors[i]));
            for (var pass = 0; pass < 2; pass++)
            {
                for (var j = 0; j < i; j++)
                {
                    var product = ShortVectors.Dot(vectors[j], vectors[i]);
                    triangle[j * vectors.Length + i] += product;
                    ShortVectors.AddScaled(vectors[j], -product, vectors[i]);
                }
            }

            var length = Math.Sqrt(ShortVectors.Dot(vectors[i], vectors[i]));
            if (!(length > Dependent * original))
            {
                Array.Clear(vectors[i]);
                continue;
            }

            triangle[i * vectors.Length + i] = length;
            for (var k = 0; k < vectors[i].Length; k++) vectors[i][k] /= length;
        }

        return (vectors, triangle);
    }

    private static double[] Combined(double[][] basis, double[] coefficients, int length)
    {
        var sum = new double[length];
        for (var i = 0; i < basis.Length; i++) ShortVectors.AddScaled(basis[i], coefficients[i], sum);
        return sum;
    }
}
