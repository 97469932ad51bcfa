using ContextureDsl.Kernels;
using CsCheck;

namespace ContextureDsl.Tests.Observation.Features;

/// <summary>Distances of a query to all points against two loops.</summary>
public class PointStripsTests
{
    [Fact]
    public void Distances_are_sums_over_the_visible_columns() =>
        Gen.Select(Gen.Int[1, 70], Gen.Int[1, 12], Gen.Int).Sample((rows, columns, seed) =>
        {
            var random = new Random(seed);
            var points = new Block<double>(rows, columns);
            for (var i = 0; i < points.Values.Length; i++) points.Values[i] = random.NextDouble() * 10;
            double[] query = [.. Enumerable.Range(0, columns).Select(_ => random.NextDouble() * 10)];
            int[] visible = [.. Enumerable.Range(0, columns).Where(column => column % 2 == 0)];
            var strips = new PointStrips(points);
            var (squares, sums) = (new double[rows], new double[rows]);
            strips.SquaredEuclidean(query, visible, squares);
            strips.CityBlock(query, visible, sums);
            for (var y = 0; y < rows; y++)
            {
                double[] differences = [.. visible.Select(column => query[column] - points.Values[y * columns + column])];

                // Rounding of a dozen terms of at most 100.
                Assert.Equal(differences.Sum(difference => difference * difference), squares[y], 1e-11);
                Assert.Equal(differences.Sum(Math.Abs), sums[y], 1e-12);
            }
        });
}
