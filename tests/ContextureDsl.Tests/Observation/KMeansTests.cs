using ContextureDsl.Observation;
using CsCheck;

namespace ContextureDsl.Tests.Observation;

public class KMeansTests
{
    [Fact]
    public void Finds_clusters_that_lie_apart()
    {
        const int Clusters = 12, Each = 300, Dimension = 5;
        var rows = Blobs(Clusters, Each, Dimension, spread: 0.01, offset: 0);
        var means = Learn(rows, Dimension, Clusters, seed: 3);
        var nearest = Nearest(means, rows);
        for (var blob = 0; blob < Clusters; blob++)
            Assert.Single(nearest.AsSpan(blob * Each, Each).ToArray().Distinct());
        Assert.Equal(Clusters, nearest.Distinct().Count());
    }

    /// <summary>Without the mean taken out, single precision has no digit left for a spread of 0.01 at 10⁵.</summary>
    [Fact]
    public void Rows_far_from_zero_keep_their_differences()
    {
        const int Clusters = 6, Each = 50, Dimension = 3;
        var rows = Blobs(Clusters, Each, Dimension, spread: 0.03, offset: 1e5);
        var means = Learn(rows, Dimension, Clusters, seed: 1);
        Assert.Equal(Clusters, Nearest(means, rows).Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(37)]
    public void The_nearest_centre_is_the_nearest(int clusters) =>
        (from dimension in Gen.Int[1, 20]
         from values in Gen.Float[-1, 1].Array[dimension * 101]
         from seed in Gen.Long
         select (dimension, values, seed)).Sample(sample =>
        {
            var means = Learn(sample.values, sample.dimension, clusters, sample.seed);
            var nearest = Nearest(means, sample.values);
            for (var row = 0; row < 101; row++)
            {
                var distances = Enumerable.Range(0, clusters).Select(centre => Squared(sample.values, row, means.Centres, centre, sample.dimension)).ToArray();
                // 2·d products of numbers below 2 in single precision: d·2⁻²² of rounding at most decide between two centres.
                Assert.True(distances[nearest[row]] <= distances.Min() + sample.dimension * 1e-6);
            }
        }, iter: 30);

    [Fact]
    public void Equal_rows_get_equal_answers_wherever_they_stand()
    {
        const int Dimension = 7;
        var means = Learn(Blobs(40, 20, Dimension, spread: 0.3, offset: 0), Dimension, 40, seed: 2);
        var row = Blobs(1, 1, Dimension, spread: 0.5, offset: 0.2);
        var alone = Nearest(means, row)[0];
        for (var count = 2; count <= 9; count++)
        {
            var rows = Enumerable.Repeat(row, count).SelectMany(values => values).ToArray();
            Assert.All(Nearest(means, rows), found => Assert.Equal(alone, found));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Threads_do_not_change_a_bit(int threads)
    {
        var rows = Blobs(50, 200, 9, spread: 0.4, offset: 0);
        var one = Learn(rows, 9, 64, seed: 5, threads: 1);
        var several = Learn(rows, 9, 64, seed: 5, threads);
        Assert.Equal(one.Centres.ToArray(), several.Centres.ToArray());
    }

    [Fact]
    public void Another_seed_starts_elsewhere()
    {
        var rows = Blobs(50, 20, 4, spread: 0.4, offset: 0);
        Assert.NotEqual(Learn(rows, 4, 8, seed: 1).Centres.ToArray(), Learn(rows, 4, 8, seed: 2).Centres.ToArray());
    }

    [Fact]
    public void As_many_centres_as_distinct_rows_are_the_rows()
    {
        float[] rows = [1, 2, 5, 5, 1, 2, -3, 0, 5, 5, 5, 5];
        var means = Learn(rows, 2, 3, seed: 9);
        var centres = Enumerable.Range(0, 3).Select(i => (means.Centres[2 * i], means.Centres[2 * i + 1])).Order().ToArray();
        Assert.Equal([(-3f, 0f), (1f, 2f), (5f, 5f)], centres);
    }

    [Theory]
    [InlineData(4, 3)]
    [InlineData(7, 3)]
    public void Fewer_distinct_rows_than_centres_is_the_error_of_the_caller(int clusters, int distinct)
    {
        float[] rows = [1, 2, 5, 5, 1, 2, -3, 0, 5, 5, 5, 5];
        var error = Assert.Throws<InvalidOperationException>(() => Learn(rows, 2, clusters, seed: 0));
        Assert.Equal($"{distinct}", error.Message);
    }

    /// <summary>The bound of k-means++ holds in expectation; ten times a planted solution is beyond what any of these seeds may do.</summary>
    [Fact]
    public void The_sum_of_squares_is_near_that_of_the_planted_clusters()
    {
        const int Clusters = 20, Each = 100, Dimension = 4;
        var rows = Blobs(Clusters, Each, Dimension, spread: 0.05, offset: 0);
        var planted = Learn(rows, Dimension, Clusters, seed: 11);
        var sum = 0.0;
        var nearest = Nearest(planted, rows);
        for (var row = 0; row < Clusters * Each; row++) sum += Squared(rows, row, planted.Centres, nearest[row], Dimension);
        // Uniform on ±spread: a variance of spread²/3 in each coordinate.
        Assert.InRange(sum / (Clusters * Each * Dimension * 0.05 * 0.05 / 3), 0.8, 10);
    }

    [Fact]
    public void A_token_that_is_cancelled_stops_it() => Assert.Throws<OperationCanceledException>(() =>
        KMeans.Learn(Blobs(10, 10, 2, 0.1, 0), 2, 5, 0, 1, distinct => new InvalidOperationException($"{distinct}"), new CancellationToken(canceled: true)));

    private static KMeans Learn(float[] rows, int dimension, int clusters, long seed, int threads = 2) =>
        KMeans.Learn(rows, dimension, clusters, seed, threads, distinct => new InvalidOperationException($"{distinct}"));

    private static int[] Nearest(KMeans means, float[] rows)
    {
        var nearest = new int[rows.Length / means.Dimension];
        means.Nearest(rows, nearest);
        return nearest;
    }

    private static double Squared(float[] rows, int row, ReadOnlySpan<float> centres, int centre, int dimension)
    {
        var sum = 0.0;
        for (var i = 0; i < dimension; i++)
        {
            var difference = (double)rows[row * dimension + i] - centres[centre * dimension + i];
            sum += difference * difference;
        }
        return sum;
    }

    /// <summary>Blobs around points of a lattice of step 1, in an order that keeps each together.</summary>
    private static float[] Blobs(int clusters, int each, int dimension, double spread, double offset)
    {
        var random = new Random(clusters * 7919 + each);
        var rows = new List<float>();
        for (var cluster = 0; cluster < clusters; cluster++)
            for (var i = 0; i < each; i++)
                for (var j = 0; j < dimension; j++)
                    rows.Add((float)(offset + ((cluster >> j) & 1) + (j == 0 ? 2 * (cluster >> dimension) : 0) + spread * (2 * random.NextDouble() - 1)));
        return [.. rows];
    }
}
