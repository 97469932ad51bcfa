using ContextureDsl.Tests.Spectral;
using CsCheck;

namespace ContextureDsl.Tests.Execution.Kinds;

/// <summary>New rows are compared with the features that were learnt from; old rows get their old vectors.</summary>
public class FeatureEmbedNewTests
{
    public static TheoryData<string> Names() => KernelFixtureTests.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void New_points_of_the_fixture_get_its_vectors(string name)
    {
        var item = TheoryCases.Section("out_of_sample").Single(other => other.GetProperty("context").GetString() == name);
        var declaration = new Fixture(name);
        var learned = declaration.Learn(KernelFixtureTests.Points(KernelFixtureTests.Find(name)));
        var rows = item.GetProperty("new_points").EnumerateArray().Select((row, x) => new Point(100 + x, TheoryCases.Numbers(row))).ToArray();
        var fresh = declaration.EmbedNew(learned, rows);
        var gram = TheoryCases.Matrix(item.GetProperty("new_row_gram_weighted"));
        var functions = item.GetProperty("d").GetInt32();
        var vectors = Array.ConvertAll(rows, row => Vector(fresh, row.Key, learned.Rank));

        // Weighted by s², the inner products of the first functions do not depend on signs.
        for (var x = 0; x < 2; x++)
            for (var y = 0; y < 2; y++)
                Assert.Equal(gram[x, y], Enumerable.Range(0, functions).Sum(i => Math.Pow(learned.Spectrum.Values[i], 2) * vectors[x][i] * vectors[y][i]), 1e-9);
    }

    [Fact]
    public void Rows_that_were_there_get_the_vectors_that_were_learnt() =>
        Gen.Select(Gen.Int[12, 60], Gen.Int[2, 5], Gen.Int[0, 9999], Gen.Int[0, 9]).Sample((rows, columns, seed, which) =>
        {
            var points = FeatureKindTests.Cloud(rows, columns, seed);
            var declaration = new Any(which, seed);
            var learned = declaration.Learn(points);
            var again = declaration.EmbedNew(learned, points.Reverse());
            Assert.Equal(rows, again.Count);
            foreach (var point in points)
            {
                var (expected, actual) = (new double[learned.Rank], new double[learned.Rank]);
                Assert.True(learned.Encoder.TryEmbed(point.Key, expected));
                Assert.True(again.TryEmbed(point.Key, actual));
                Assert.Equal(1, again.KnownShare(point.Key), 1e-12);

                // Up to the residual of 1e-13 and rounding, each divided by s.
                for (var i = 0; i < learned.Rank; i++) Assert.Equal(expected[i], actual[i], 1e-12 / learned.Spectrum.Values[i]);
            }
        }, iter: 90);

    [Fact]
    public void A_new_row_beside_nobody_known_is_told()
    {
        // Two pairs and a point that nobody leads to: without itself, its nearest is 2, and nothing leads to it.
        Point[] points = [new(0, [0]), new(1, [0.1]), new(2, [5]), new(3, [5.1]), new(4, [6])];
        var declaration = new Pairs();
        var learned = declaration.Learn(points);
        Assert.DoesNotContain(4, learned.Variables.Known);
        var fresh = declaration.EmbedNew(learned, [new(10, [6.1]), new(11, [5.05]), new(4, [6])]);
        Assert.Equal([10], fresh.Unknown);
        Assert.Equal([11, 4], fresh.Known);
    }

    [Fact]
    public void New_outputs_of_a_teacher_are_projected_on_its_functions()
    {
        var random = new Random(3);
        Point[] points = [.. Enumerable.Range(0, 40).Select(x => new Point(x, [random.NextDouble(), 2 * random.NextDouble(), random.NextDouble() - 4]))];
        foreach (var threshold in (double[])[0, 2])
        {
            var declaration = new Taught(threshold);
            var learned = declaration.Learn(points);

            // The functions are affine in the outputs: the middle of two rows gets the middle of their vectors, far beyond where a law would stay positive.
            var fresh = declaration.EmbedNew(learned, [new(50, [.. points[0].Numbers.Zip(points[1].Numbers, (x, y) => 11 * x - 10 * y)])]);
            var (one, other) = (new double[learned.Rank], new double[learned.Rank]);
            Assert.True(learned.Encoder.TryEmbed(0, one));
            Assert.True(learned.Encoder.TryEmbed(1, other));
            var vector = Vector(fresh, 50, learned.Rank);
            for (var i = 0; i < learned.Rank; i++) Assert.Equal(11 * one[i] - 10 * other[i], vector[i], 1e-9);
        }
    }

    [Fact]
    public void New_outputs_are_evaluated_however_far_they_are()
    {
        // The weights of the row are some 1e16 of either sign and sum to one, which no sum of doubles shows.
        Point[] points = [.. Enumerable.Range(0, 40).Select(x => new Point(x, [Math.Sin(x), Math.Cos(3 * x), x % 7]))];
        var declaration = new Taught(0);
        var learned = declaration.Learn(points);
        var fresh = declaration.EmbedNew(learned, [new(50, [.. points[0].Numbers.Zip(points[1].Numbers, (x, y) => 1e16 * (x - y))])]);
        var (one, other) = (new double[learned.Rank], new double[learned.Rank]);
        Assert.True(learned.Encoder.TryEmbed(0, one));
        Assert.True(learned.Encoder.TryEmbed(1, other));
        var vector = Vector(fresh, 50, learned.Rank);
        for (var i = 0; i < learned.Rank; i++) Assert.Equal(one[i] - other[i], vector[i] / 1e16, 1e-9);
        Assert.Equal(1, fresh.KnownShare(50));
    }

    [Fact]
    public void New_numbers_can_be_compared_once_they_are_scaled()
    {
        Point[] points = [.. Enumerable.Range(0, 12).Select(x => new Point(x, [1e-10 * x, x % 5]))];
        var standardised = new Any(9, 1);
        var taught = new Taught(0);
        foreach (var embed in (Action[])[() => standardised.EmbedNew(standardised.Learn(points), [new(50, [1e150, 1])]), () => taught.EmbedNew(taught.Learn(points), [new(50, [1, -1e30])])])
        {
            var message = Assert.Throws<FeatureValueException>(embed).Message;
            Assert.All(["Event 0 of Point", "in column", "in the scale of the rows", "Where"], word => Assert.Contains(word, message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void New_rows_have_the_columns_of_the_old_ones()
    {
        var declaration = new Any(0, 1);
        var learned = declaration.Learn(FeatureKindTests.Cloud(12, 3, 1));
        var message = Assert.Throws<FeatureRowException>(() => declaration.EmbedNew(learned, [new(50, [1, 2])])).Message;
        Assert.Contains("2 numbers", message, StringComparison.Ordinal);
        Assert.Contains("have 3", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_distant_new_row_leads_to_its_nearest()
    {
        // All kernel values of the row are zero in double; relative to the nearest they are not.
        var points = FeatureKindTests.Cloud(12, 2, 4);
        var declaration = new Any(0, 1);
        var vector = Vector(declaration.EmbedNew(declaration.Learn(points), [new(50, [1e6, 1e6])]), 50, 5);
        Assert.All(vector, value => Assert.True(double.IsFinite(value)));
    }

    private static double[] Vector(NewInputs<int> inputs, int key, int rank)
    {
        var vector = new double[rank];
        Assert.True(inputs.TryEmbed(key, vector));
        return vector;
    }

    [Contexture(Precision = Precision.Double, Tolerance = 1e-12, RarePairs = RarePairs.Keep)]
    private sealed class Fixture(string name) : Contexture<int, int>.From<Point>
    {
        protected override Context<int, int> Define(Events<Point> points) => KernelFixtureTests.Declare(name, points);
    }

    [Contexture(Rank = 5, RarePairs = RarePairs.Keep, Precision = Precision.Double, Tolerance = 1e-13)]
    private sealed class Any(int which, long seed) : Contexture<int, int>.From<Point>
    {
        protected override Context<int, int> Define(Events<Point> points)
        {
            var rows = points.Input(p => p.Key).Features(p => p.Numbers);
            return which switch
            {
                0 => rows.Rbf(3),
                1 => rows.Standardised().Laplacian(0.7),
                2 => rows.Nearest(5),
                3 => rows.Nearest(5, includeSelf: false),
                4 => rows.Standardised().MaskedRbf(0.5, 0.3, masks: 4, seed: seed),
                5 => rows.MaskedNearest(4, 0.3, masks: 6, seed: seed),
                6 => rows.Kernel((x, a) => 1 / (1 + Math.Abs(x[0] - a[0]))),
                7 => rows.Kernel((x, a) => Math.Exp(x[0] * a[1]), zeroDiagonal: true),
                8 => rows.Nearest(4).Steps(2),
                _ => rows.Standardised().Nearest(6),
            };
        }
    }

    [Contexture(RarePairs = RarePairs.Keep)]
    private sealed class Pairs : Contexture<int, int>.From<Point>
    {
        protected override Context<int, int> Define(Events<Point> points) => points.Input(p => p.Key).Features(p => p.Numbers).Nearest(1, includeSelf: false);
    }

    [Contexture(Precision = Precision.Double, Tolerance = 1e-12)]
    private sealed class Taught(double threshold) : Contexture<int, Corner>.From<Point>
    {
        protected override Context<int, Corner> Define(Events<Point> points) => points.Input(p => p.Key).Teacher(p => p.Numbers, threshold);
    }
}
