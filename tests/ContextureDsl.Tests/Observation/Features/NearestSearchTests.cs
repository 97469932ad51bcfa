using ContextureDsl.Kernels;
using CsCheck;

namespace ContextureDsl.Tests.Observation.Features;

/// <summary>The blocked search in single precision with its bound, against sorting all distances in double.</summary>
public class NearestSearchTests
{
    private static readonly Gen<(Block<double> Points, int Count)> Clouds =
        from rows in Gen.Int[2, 400]
        from columns in Gen.Int[1, 40]
        from shape in Gen.Int[0, 5]
        from seed in Gen.Int
        from count in Gen.Int[1, Math.Min(40, rows - 1)]
        select (Cloud(rows, columns, shape, seed), count);

    [Fact]
    public void The_nearest_are_those_of_a_sort_in_double() =>
        Clouds.Sample((points, count) =>
        {
            int[] columns = [.. Enumerable.Range(0, points.Width)];
            Assert.Equal(Sorted(points, points, columns, count, null), new NearestSearch(points, points, columns).Find(count, null, 2, null, default));
            int[] selves = [.. Enumerable.Range(0, points.Rows)];
            Assert.Equal(Sorted(points, points, columns, count, selves), new NearestSearch(points, points, columns).Find(count, selves, 1, null, default));
        }, iter: 200);

    [Fact]
    public void Hidden_columns_do_not_count() =>
        Clouds.Where(cloud => cloud.Points.Width > 1).Sample((points, count) =>
        {
            int[] columns = [.. Enumerable.Range(0, points.Width).Where(column => column % 3 != 1)];
            Assert.Equal(Sorted(points, points, columns, count, null), new NearestSearch(points, points, columns).Find(count, null, 2, null, default));
        }, iter: 50);

    [Theory]
    [InlineData(1.0)]
    [InlineData(1e9)]
    [InlineData(1e140)]
    public void Queries_may_be_other_points_and_far_away(double distance)
    {
        var points = Cloud(700, 12, 0, 3);
        var queries = Cloud(50, 12, 0, 4);
        for (var i = 0; i < 25 * 12; i++) queries.Values[i] *= distance;
        int[] columns = [.. Enumerable.Range(0, 12)];
        Assert.Equal(Sorted(points, queries, columns, 9, null), new NearestSearch(points, queries, columns).Find(9, null, 2, null, default));
    }

    [Fact]
    public void Threads_change_nothing_and_cancellation_stops()
    {
        var points = Cloud(3000, 20, 1, 9);
        int[] columns = [.. Enumerable.Range(0, 20)];
        Assert.Equal(new NearestSearch(points, points, columns).Find(30, null, 1, null, default), new NearestSearch(points, points, columns).Find(30, null, 7, null, default));
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => new NearestSearch(points, points, columns).Find(30, null, 2, _ => source.Cancel(), source.Token));
    }

    /// <summary>Gaussian; a grid full of ties; copies of few points; clusters far tighter than the cloud; one point far out; columns of very different size.</summary>
    private static Block<double> Cloud(int rows, int columns, int shape, int seed)
    {
        var random = new Random(seed);
        var points = new Block<double>(rows, columns);
        for (var i = 0; i < points.Values.Length; i++)
        {
            var (x, column) = (i / columns, i % columns);
            points.Values[i] = shape switch
            {
                0 => random.NextDouble() - random.NextDouble(),
                1 => random.Next(3),
                2 => x < 10 ? random.NextDouble() : points.Values[x % 10 * columns + column],
                3 => x % 7 * 1000 + random.NextDouble() * 1e-3,
                4 => x == 0 ? 1e12 : random.NextDouble(),
                _ => random.NextDouble() * Math.Pow(10, column % 8 - 4) + 5,
            };
        }

        return points;
    }

    private static int[] Sorted(Block<double> points, Block<double> queries, int[] columns, int count, int[]? selves) =>
    [
        .. Enumerable.Range(0, queries.Rows).SelectMany(x => Enumerable.Range(0, points.Rows)
            .Where(y => selves is null || selves[x] != y)
            .OrderBy(y =>
            {
                var sum = 0.0;
                foreach (var column in columns) sum += Math.Pow(queries.Values[x * queries.Width + column] - points.Values[y * points.Width + column], 2);
                return sum;
            })
            .ThenBy(y => y)
            .Take(count)),
    ];
}
