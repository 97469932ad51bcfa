using CsCheck;

namespace ContextureDsl.Tests.Execution.Kinds;

/// <summary>What each kind over features is, beyond the fixtures: closed forms, limits, and what must not matter.</summary>
public class FeatureKindTests
{
    private static readonly LearnOptions Exact = new() { Precision = Precision.Double, Tolerance = 1e-12, RarePairs = RarePairs.Keep };

    [Fact]
    public void Two_points_have_the_spectrum_of_a_symmetric_channel()
    {
        // k = exp(-γ δ²) off the diagonal: the walk stays with 1 / (1 + k), so that s = (1 - k) / (1 + k) = tanh(γ δ² / 2).
        foreach (var (gamma, distance) in new[] { (0.5, 1.0), (2.0, 0.3), (1e-3, 4.0) })
        {
            Point[] points = [new(0, [0]), new(1, [distance])];
            Assert.Equal(Math.Tanh(gamma * distance * distance / 2), Values(points, p => Rows(p).Rbf(gamma)).Single(), 1e-12);
            Assert.Equal(Math.Tanh(gamma * distance / 2), Values(points, p => Rows(p).Laplacian(gamma)).Single(), 1e-12);
        }
    }

    [Fact]
    public void The_nearest_on_a_ring_are_a_walk_on_a_cycle()
    {
        // K = 3 on a regular polygon: itself and both neighbours, a lazy walk with stay 1/3, s = |1 + 2 cos(2πk/n)| / 3; without itself the walk on the cycle.
        const int Corners = 9;
        Point[] points = [.. Enumerable.Range(0, Corners).Select(i => new Point(i, [Math.Cos(2 * Math.PI * i / Corners), Math.Sin(2 * Math.PI * i / Corners)]))];
        double[] angles = [.. Enumerable.Range(1, Corners - 1).Select(k => Math.Cos(2 * Math.PI * k / Corners))];
        AssertValues(angles.Select(cosine => Math.Abs(1 + 2 * cosine) / 3), Values(points, p => Rows(p).Nearest(3)));
        AssertValues(angles.Select(Math.Abs), Values(points, p => Rows(p).Nearest(2, includeSelf: false)));

        // The same as walks: staying half of the time, and two steps at once.
        AssertValues(angles.Select(cosine => (1 + cosine) / 2), Values(points, p => Rows(p).Nearest(2, includeSelf: false).Lazy()));
        AssertValues(angles.Select(cosine => cosine * cosine), Values(points, p => Rows(p).Nearest(2, includeSelf: false).Steps(2)));
    }

    [Fact]
    public void One_nearest_with_the_input_itself_is_the_identity()
    {
        var learned = Contexture.Learn(Cloud(7, 2, 1), p => Rows(p).Nearest(1), options: Exact);
        Assert.All(learned.Spectrum.Values, value => Assert.Equal(1, value, 1e-12));
        Assert.Equal(7, learned.Spectrum.Components);
    }

    [Fact]
    public void A_product_kernel_is_the_matrix_it_says()
    {
        // k(x, a) = 1 + x a on ±1: rows (2, 0) and (0, 2), floor 1e-8: s = 2 / (2 + 2e-8).
        Point[] points = [new(0, [1]), new(1, [-1])];
        Assert.Equal(2 / (2 + 2e-8), Values(points, p => Rows(p).Kernel((x, a) => 1 + x[0] * a[0])).Single(), 1e-12);

        // Without the diagonal two points change places: s = 1.
        Assert.Equal(1, Values(points, p => Rows(p).Kernel((_, _) => 1, zeroDiagonal: true)).Single(), 1e-12);

        // A constant kernel says nothing.
        Assert.All(Values(Cloud(6, 2, 3), p => Rows(p).Kernel((_, _) => 3)), value => Assert.True(value < 1e-12));
    }

    [Fact]
    public void A_kernel_that_is_written_out_is_the_kind_of_that_name()
    {
        var points = Cloud(40, 3, 5);
        AssertValues(
            Values(points, p => Rows(p).Rbf(0.7)),
            Values(points, p => Rows(p).Kernel((x, a) => Math.Exp(-0.7 * ((x[0] - a[0]) * (x[0] - a[0]) + (x[1] - a[1]) * (x[1] - a[1]) + (x[2] - a[2]) * (x[2] - a[2]))))),
            tolerance: 1e-6);
    }

    [Fact]
    public void Standardised_columns_do_not_know_their_units()
    {
        var points = Cloud(50, 3, 6);
        Point[] scaled = [.. points.Select(p => new Point(p.Key, [p.Numbers[0] * 1e6 - 3, p.Numbers[1] * -1e-4, p.Numbers[2] + 100]))];
        foreach (var declare in (Func<FeatureRows<Point, int, double[]>, Context<int, int>>[])[rows => rows.Rbf(0.4), rows => rows.Nearest(5), rows => rows.MaskedRbf(0.4, masks: 4), rows => rows.MaskedNearest(5, masks: 4)])
            AssertValues(Values(points, p => declare(Rows(p).Standardised())), Values(scaled, p => declare(Rows(p).Standardised())), tolerance: 1e-9);
    }

    [Fact]
    public void A_constant_column_changes_nothing()
    {
        var points = Cloud(30, 2, 7);
        Point[] wider = [.. points.Select(p => p with { Numbers = [.. p.Numbers, 0.1] })];
        AssertValues(Values(points, p => Rows(p).Standardised().Rbf(1)), Values(wider, p => Rows(p).Standardised().Rbf(1)));
    }

    [Fact]
    public void Huge_and_tiny_exponents_give_finite_laws()
    {
        // γ so large that every other entry vanishes: the identity. So small that all are equal: independence.
        Assert.All(Values(Cloud(8, 2, 8), p => Rows(p).Rbf(1e300)), value => Assert.Equal(1, value, 1e-12));
        Assert.All(Values(Cloud(8, 2, 8), p => Rows(p).Rbf(1e-300)), value => Assert.True(value < 1e-12));
    }

    [Fact]
    public void What_is_negligible_hardly_matters_and_is_not_kept()
    {
        var points = Cloud(120, 2, 9);
        var all = Contexture.Learn(points, p => Rows(p).Rbf(20, negligible: 0), options: Exact);
        var some = Contexture.Learn(points, p => Rows(p).Rbf(20, negligible: 1e-9), options: Exact);
        Assert.True(some.Parts[0].Pairs < all.Parts[0].Pairs);
        for (var i = 0; i < all.Rank; i++) Assert.Equal(all.Spectrum.Values[i], some.Spectrum.Values[i], 2 * 120 * 120 * 1e-9);
    }

    [Fact]
    public void A_float_vector_is_the_row_of_its_numbers()
    {
        Point[] points = [.. Cloud(20, 3, 10).Select(p => p with { Numbers = [.. p.Numbers.Select(value => (double)(float)value)] })];
        var single = Contexture.Learn(points, p => p.Input(x => x.Key).Features(x => (ReadOnlyMemory<float>)x.Numbers.Select(value => (float)value).ToArray()).Rbf(1), options: Exact);
        Assert.Equal(Values(points, p => Rows(p).Rbf(1)), single.Spectrum.Values);
    }

    [Fact]
    public void An_input_may_come_again_with_the_same_numbers()
    {
        var points = Cloud(20, 3, 11);
        var twice = Contexture.Learn([.. points, .. points.Take(5)], p => Rows(p).Nearest(4), options: Exact);
        Assert.Equal(Values(points, p => Rows(p).Nearest(4)), twice.Spectrum.Values);
        Assert.Equal(25, twice.Parts[0].Summary.Rows);
        Assert.All(points, point => Assert.Equal(1.0 / 20, twice.Encoder.Marginal(point.Key), 1e-15));
    }

    [Fact]
    public void A_seed_fixes_the_masks()
    {
        var points = Cloud(40, 6, 12);
        double[] Masked(long seed) => Values(points, p => Rows(p).MaskedRbf(1, hidden: 0.5, masks: 3, seed: seed));
        Assert.Equal(Masked(1), Masked(1));
        Assert.NotEqual(Masked(1), Masked(2));
    }

    [Fact]
    public void A_mean_over_masks_is_never_stronger_than_its_strongest_mask() =>
        Gen.Select(Gen.Int[5, 30], Gen.Int[2, 4], Gen.Int[0, 1000]).Sample((rows, columns, seed) =>
        {
            var points = Cloud(rows, columns, seed);
            var masked = Values(points, p => Rows(p).MaskedRbf(0.8, hidden: 0.1, masks: 60, seed: seed));
            var strongest = Enumerable.Range(0, columns).Max(hidden => Values([.. points.Select(p => p with { Numbers = [.. p.Numbers.Where((_, column) => column != hidden)] })], p => Rows(p).Rbf(0.8))[0]);
            Assert.True(masked[0] <= strongest + 1e-9);
        }, iter: 20);

    [Fact]
    public void Threads_change_no_bit()
    {
        var points = Cloud(700, 4, 13);
        foreach (var declare in (Func<FeatureRows<Point, int, double[]>, Context<int, int>>[])[rows => rows.Rbf(0.4), rows => rows.Nearest(5), rows => rows.MaskedRbf(0.4, masks: 3), rows => rows.MaskedNearest(5, masks: 3)])
            Assert.Equal(
                Contexture.Learn(points, p => declare(Rows(p)), rank: 5, options: Exact with { Threads = 1 }).Spectrum.Values,
                Contexture.Learn(points, p => declare(Rows(p)), rank: 5, options: Exact with { Threads = 5 }).Spectrum.Values);
    }

    [Fact]
    public void Computing_the_law_is_told_and_can_be_stopped()
    {
        var points = Cloud(2500, 3, 14);
        foreach (var declare in (Func<FeatureRows<Point, int, double[]>, Context<int, int>>[])[rows => rows.Rbf(40, negligible: 1e-3), rows => rows.Nearest(5), rows => rows.Kernel((x, a) => x[0] == a[0] ? 1 : 0)])
        {
            using var source = new CancellationTokenSource();
            var told = new Told(source);
            Assert.ThrowsAny<OperationCanceledException>(() => Contexture.Learn(points, p => declare(Rows(p)), rank: 2, progress: told, cancellationToken: source.Token));
            Assert.StartsWith("computing ", told.Last.Stage, StringComparison.Ordinal);
            Assert.Equal(2500, told.Last.Total);
        }
    }

    [Fact]
    public void The_declaration_says_everything()
    {
        var text = new Declared().Definition.ToString();
        foreach (var line in (string[])["masked nearest, enumerated", "count 5", "hidden 0.25", "masks 7", "seed 3", "features", "of row => row.Numbers", "standardised"])
            Assert.Contains(line, text, StringComparison.Ordinal);
    }

    internal static FeatureRows<Point, int, double[]> Rows(Events<Point> points) => points.Input(p => p.Key).Features(p => p.Numbers);

    internal static Point[] Cloud(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, rows).Select(x => new Point(x, [.. Enumerable.Range(0, columns).Select(_ => random.NextDouble())]))];
    }

    private static IReadOnlyList<double> Spectrum(Point[] points, Func<Events<Point>, Context<int, int>> declare) => Contexture.Learn(points, declare, options: Exact).Spectrum.Values;

    private static double[] Values(Point[] points, Func<Events<Point>, Context<int, int>> declare) => [.. Spectrum(points, declare)];

    private static void AssertValues(IEnumerable<double> expected, IReadOnlyList<double> actual, double tolerance = 1e-12)
    {
        double[] descending = [.. expected.OrderDescending()];
        Assert.Equal(descending.Length, actual.Count);
        for (var i = 0; i < descending.Length; i++) Assert.Equal(descending[i], actual[i], tolerance);
    }

    private sealed class Declared : Contexture<int, int>.From<Point>
    {
        protected override Context<int, int> Define(Events<Point> points) => points.Input(p => p.Key).Features(p => p.Numbers).Standardised().MaskedNearest(5, hidden: 0.25, masks: 7, seed: 3);
    }

    /// <summary>Stops at the first report of the law.</summary>
    private sealed class Told(CancellationTokenSource source) : IProgress<LearnProgress>
    {
        public LearnProgress Last { get; private set; }

        public void Report(LearnProgress value)
        {
            Last = value;
            if (value.Stage.StartsWith("computing", StringComparison.Ordinal)) source.Cancel();
        }
    }
}
