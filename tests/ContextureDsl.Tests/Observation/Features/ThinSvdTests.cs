using ContextureDsl.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Tests.Observation.Features;

/// <summary>Tall, wide and rank-deficient matrices against a dense decomposition.</summary>
public class ThinSvdTests
{
    [Theory]
    [InlineData(40, 7, 7)]
    [InlineData(7, 40, 7)]
    [InlineData(30, 12, 4)]
    [InlineData(12, 30, 4)]
    [InlineData(9, 1, 1)]
    [InlineData(1, 9, 1)]
    public void Values_and_right_vectors_are_those_of_the_matrix(int rows, int columns, int rank)
    {
        var random = new Random(rows * 100 + columns);
        var matrix = Matrix<double>.Build.Dense(rows, rank, (_, _) => random.NextDouble() - 0.5) * Matrix<double>.Build.Dense(rank, columns, (_, _) => random.NextDouble() - 0.5);
        var block = new Block<double>(rows, columns);
        for (var x = 0; x < rows; x++)
            for (var j = 0; j < columns; j++) block.Values[x * columns + j] = matrix[x, j];
        var expected = matrix.Svd();
        var (values, right) = ThinSvd.Decompose(block, default);
        Assert.Equal(Math.Min(rows, columns), values.Length);
        for (var i = 0; i < values.Length; i++) Assert.Equal(expected.S[i], values[i], 1e-13);
        for (var i = 0; i < rank; i++)
        {
            var direction = Vector<double>.Build.Dense(right[i]);
            Assert.Equal(1, direction.L2Norm(), 1e-12);
            Assert.Equal(values[i], (matrix * direction).L2Norm(), 1e-12);
            Assert.True((matrix.TransposeThisAndMultiply(matrix * direction) - values[i] * values[i] * direction).L2Norm() < 1e-12);
        }
    }
}
