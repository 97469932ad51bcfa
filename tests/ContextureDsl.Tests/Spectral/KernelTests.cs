using ContextureDsl.Kernels;
using ContextureDsl.Spectral;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace ContextureDsl.Tests.Spectral;

/// <summary>Every kernel and small dense method against three nested loops.</summary>
public class KernelTests
{
    // Rounding of a few hundred products of numbers below one.
    private const double Single = 1e-5;
    private const double Double = 1e-13;

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(16)]
    public void Sparse_products_of_every_width_agree_with_dense_ones(int width)
    {
        var random = new Random(width);
        var table = new DenseTable([0.3, 0.7], [RandomTableTests.Weights(37, 23, 0.2, random), RandomTableTests.Weights(37, 11, 0.2, random)]);
        AssertProducts<double>(table, width, Double, random);
        AssertProducts<float>(table, width, Single, random);
    }

    [Fact]
    public void Blocks_of_the_wrong_shape_are_refused()
    {
        var matrix = SpectralCheck.Operator<double>(new DenseTable(RandomTableTests.Weights(6, 4, 0.5, new Random(1))), 1);
        Assert.Contains("4 context values", Assert.Throws<ArgumentException>(() => matrix.Apply(new Block<double>(5, 8), new Block<double>(6, 8), default)).Message);
        Assert.Contains("6 inputs", Assert.Throws<ArgumentException>(() => matrix.ApplyAdjoint(new Block<double>(5, 8), new Block<double>(4, 8), default)).Message);
        Assert.Contains("8 and 16", Assert.Throws<ArgumentException>(() => matrix.Apply(new Block<double>(4, 8), new Block<double>(6, 16), default)).Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(257)]
    [InlineData(5000)]
    public void Panel_products_agree_with_dense_ones(int rows)
    {
        AssertPanels<double>(rows, Double);
        AssertPanels<float>(rows, Single);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public void Jacobi_rotations_decompose_graded_repeated_and_singular_matrices(int order)
    {
        var random = new Random(order);
        foreach (var values in (double[][])[
            [.. Enumerable.Range(0, order).Select(i => Math.Pow(10, -i / 3.0))],
            [.. Enumerable.Range(0, order).Select(i => i < order / 2 ? 0.5 : 0)],
            [.. Enumerable.Repeat(0.0, order)],
            [.. Enumerable.Repeat(1.0, order)]])
        {
            var matrix = Orthogonal(order, random) * Matrix<double>.Build.DenseOfDiagonalArray(values) * Orthogonal(order, random).Transpose();
            var (found, left, right) = JacobiSvd.Decompose(matrix.ToRowMajorArray(), order, CancellationToken.None);
            for (var i = 0; i < order; i++) Assert.Equal(values[i], found[i], 1e-14);
            Matrix<double> x = Matrix<double>.Build.DenseOfRowArrays(left), y = Matrix<double>.Build.DenseOfRowArrays(right);
            AssertClose(x * x.Transpose(), Matrix<double>.Build.DenseIdentity(order), 1e-13);
            AssertClose(y * y.Transpose(), Matrix<double>.Build.DenseIdentity(order), 1e-13);
            AssertClose(x.Transpose() * Matrix<double>.Build.DenseOfDiagonalArray(found) * y, matrix, 1e-13);
        }
    }

    [Theory]
    [InlineData(8, 0)]
    [InlineData(8, 7)]
    [InlineData(120, 8)]
    [InlineData(120, 40)]
    [InlineData(300, 1)]
    public void Band_eigenproblems_agree_with_dense_ones(int order, int halfWidth)
    {
        var random = new Random(halfWidth);
        AssertBand(Band(order, halfWidth, (_, _) => random.NextDouble() - 0.5));

        // Decoupled blocks with equal eigenvalues, and the zero matrix: inverse iteration has to find whole eigenspaces.
        AssertBand(Band(order, halfWidth, (i, j) => i / 4 == j / 4 ? 1.0 / (1 + i % 4 + j % 4) : 0));
        AssertBand(Band(order, halfWidth, (_, _) => 0));
        AssertBand(Band(order, halfWidth, (i, j) => i == j ? 1 : 0));
    }

    private static void AssertBand(BandMatrix band)
    {
        var order = band.Order;
        var dense = Matrix<double>.Build.Dense(order, order, (i, j) => Math.Abs(i - j) > band.HalfWidth ? 0 : band[Math.Max(i, j), Math.Min(i, j)]);
        var expected = dense.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).Reverse().ToArray();
        var rows = Math.Min(8, order);
        var problem = new BandEigenproblem(band, rows, CancellationToken.None);
        for (var i = 0; i < order; i++) Assert.Equal(expected[i], problem.Values[i], 1e-13);
        var count = order / 2;
        var vectors = Matrix<double>.Build.DenseOfRowMajor(order, count, problem.Vectors(count, CancellationToken.None));
        AssertClose(vectors.TransposeThisAndMultiply(vectors), Matrix<double>.Build.DenseIdentity(count), 1e-10);
        AssertClose(dense * vectors, vectors * Matrix<double>.Build.DenseOfDiagonalArray(problem.Values[..count]), 1e-10);

        // The last rows belong to orthonormal eigenvectors too: over all of them they are orthonormal, and weighted by the values they give the corner of the matrix.
        var last = Matrix<double>.Build.DenseOfRowMajor(order, rows, problem.LastRows);
        AssertClose(last.TransposeThisAndMultiply(last), Matrix<double>.Build.DenseIdentity(rows), 1e-12);
        AssertClose(last.Transpose() * Matrix<double>.Build.DenseOfDiagonalArray(problem.Values) * last, dense.SubMatrix(order - rows, rows, order - rows, rows), 1e-12);
    }

    private static BandMatrix Band(int order, int halfWidth, Func<int, int, double> entry)
    {
        var band = new BandMatrix(order, halfWidth);
        for (var j = 0; j < order; j++)
        {
            for (var i = j; i <= Math.Min(order - 1, j + halfWidth); i++) band[i, j] = entry(i, j);
        }

        return band;
    }

    private static void AssertProducts<T>(DenseTable table, int width, double tolerance, Random random)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var dense = Matrix<double>.Build.DenseOfArray(table.WithoutConstant());
        var matrix = SpectralCheck.Operator<T>(table, 2);
        Block<T> variables = Random<T>(table.Variables, width, random), inputs = new(table.Inputs, width);
        matrix.Apply(variables, inputs, CancellationToken.None);
        AssertClose(dense * Dense(variables), Dense(inputs), tolerance);
        Block<T> back = new(table.Variables, width);
        matrix.ApplyAdjoint(inputs, back, CancellationToken.None);
        AssertClose(dense.TransposeThisAndMultiply(Dense(inputs)), Dense(back), tolerance);
        Assert.Equal(2 * width, matrix.Products);
    }

    private static void AssertPanels<T>(int rows, double tolerance)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(rows);
        var basis = Enumerable.Range(0, 3).Select(_ => Random<T>(rows, 8, random)).ToList();
        var panel = Random<T>(rows, 8, random);
        var all = Dense(basis[0]).Append(Dense(basis[1])).Append(Dense(basis[2]));
        var scale = tolerance * rows;
        AssertClose(all.TransposeThisAndMultiply(Dense(panel)), Matrix<double>.Build.DenseOfRowMajor(24, 8, Panels.Project(basis, 0, 3, panel, 2, default)), scale);
        AssertClose(Dense(panel).TransposeThisAndMultiply(Dense(panel)), Matrix<double>.Build.DenseOfRowMajor(8, 8, Panels.Gram(panel, 2, default)), Double * rows);
        foreach (var columns in new[] { 1, 8, 13, 24 })
        {
            var small = Matrix<double>.Build.Dense(20, columns, (_, _) => random.NextDouble() - 0.5);
            var combined = Panels.Combine(basis, small.ToRowMajorArray(), 20, columns, 2, default);
            Assert.Equal(Panels.Count(columns), combined.Count);
            var product = all.SubMatrix(0, rows, 0, 20) * small;
            for (var i = 0; i < combined.Count * 8; i++)
            {
                var expected = i < columns ? product.Column(i) : Vector<double>.Build.Dense(rows);
                Assert.True((Dense(combined[i / 8]).Column(i % 8) - expected).InfinityNorm() <= tolerance);
            }
        }

        var square = Matrix<double>.Build.Dense(8, 8, (_, _) => random.NextDouble() - 0.5);
        var transformed = Dense(panel) * square;
        Panels.Transform(panel, square.ToRowMajorArray(), 2, default);
        AssertClose(transformed, Dense(panel), tolerance);
        var removed = Dense(panel) - (Dense(basis[2]) * square);
        Panels.Subtract(basis, 2, 3, square.ToRowMajorArray(), panel, 2, default);
        AssertClose(removed, Dense(panel), tolerance);
    }

    private static Matrix<double> Orthogonal(int order, Random random) => Matrix<double>.Build.Dense(order, order, (_, _) => random.NextDouble() - 0.5).QR().Q;

    private static Block<T> Random<T>(int rows, int width, Random random)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var block = new Block<T>(rows, width);
        for (var i = 0; i < block.Values.Length; i++) block.Values[i] = T.CreateTruncating(random.NextDouble() - 0.5);
        return block;
    }

    private static Matrix<double> Dense<T>(Block<T> block)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> => SpectralCheck.Functions(block.Values, block.Width);

    private static void AssertClose(Matrix<double> expected, Matrix<double> actual, double tolerance) =>
        Assert.True((expected - actual).Enumerate().All(value => Math.Abs(value) <= tolerance), $"off by {(expected - actual).Enumerate().Max(Math.Abs):E2}");
}
