using System.Globalization;
using ContextureDsl.Kernels;
using ContextureDsl.Observation;
using ContextureDsl.Tests.Execution;
using ContextureDsl.Tree;

namespace ContextureDsl.Tests.Kinds;

/// <summary>Features with columns replaced: closed forms where views are enumerated, laws of the replacements, errors.</summary>
public class CorruptionTests
{
    private sealed record Point(int Id, double[] Numbers, double Weight = 1);

    /// <summary>All words of n digits below q, one point each: independent uniform columns.</summary>
    private static Point[] Words(int columns, int digits) =>
        [.. Enumerable.Range(0, (int)Math.Pow(digits, columns)).Select(word => new Point(word, [.. Enumerable.Range(0, columns).Select(column => (double)(word / (int)Math.Pow(digits, column) % digits))]))];

    /// <summary>Points around three corners.</summary>
    private static Point[] Clouds(int count) => [.. Enumerable.Range(0, count).Select(i => new Point(i, [(3 * (i % 3)) + Wobble(i, 0), (i % 3 == 1 ? 5 : 0) + Wobble(i, 1), 100 * Wobble(i, 2)]))];

    private static double Wobble(int i, int salt) => Draw.Of(salt, (ulong)i, 0).NextNormal() / 3;

    [Theory]
    [InlineData(4, 0.3)]
    [InlineData(3, 0.75)]
    [InlineData(2, 0)]
    public void Bits_replaced_from_their_marginals(int columns, double rate)
    {
        Exactly.Spectrum(Contexture.Learn(Words(columns, 2), p => p.Input(x => x.Id).Features(x => x.Numbers).CutMix(rate).Discrete(), options: Exactly.Options), Bits.Powers(1 - rate, columns));
        Exactly.Spectrum(Contexture.Learn(Words(columns, 2), p => p.Input(x => x.Id).Features(x => x.Numbers).Scarf(rate, Replacement.Marginal).Discrete(), options: Exactly.Options), Bits.Powers(1 - rate, columns));
    }

    [Fact]
    public void Columns_of_three_values_have_two_functions_each() => Exactly.Spectrum(
        Contexture.Learn(Words(2, 3), p => p.Input(x => x.Id).Features(x => x.Numbers).Standardised().CutMix(0.4).Discrete(), options: Exactly.Options),
        [.. Enumerable.Repeat(0.6, 4), .. Enumerable.Repeat(0.36, 4)]);

    [Fact]
    public void At_rate_one_nothing_is_left() => Exactly.Spectrum(Contexture.Learn(Words(3, 2), p => p.Input(x => x.Id).Features(x => x.Numbers).CutMix(1).Discrete(), options: Exactly.Options));

    [Fact]
    public void A_view_is_a_row_and_the_mode_is_said()
    {
        var learned = Contexture.Learn(Words(2, 2), p => p.Input(x => x.Id).Features(x => x.Numbers).CutMix(0.5).Discrete(), options: Exactly.Options);
        Assert.Contains(new FeatureRow(1, 0), learned.Variables.Known);
        Assert.Equal("[1, 0]", new FeatureRow(1, 0).ToString());
        Assert.Equal(EstimationMode.Enumerated, learned.Parts[0].Estimation.Mode);
        var drawn = Contexture.Learn(Clouds(60), p => p.Input(x => x.Id).Features(x => x.Numbers).Standardised().Scarf(0.5, draws: 8, seed: 3).Quantise(Codebook.Rows(6, seed: 4)));
        Assert.Equal(new Estimation(EstimationMode.Sampled, 8, 3), drawn.Parts[0].Estimation);
        var text = drawn.Definition!.ToString();
        Assert.All((string[])["quantise, sampled, 8 draws, seed 3", "codebook rows codewords 6 seed 4", "rate 0.5", "replacement Uniform", "standardised"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Quantised_views_tell_clouds_apart_by_any_number_of_threads()
    {
        var points = Clouds(300);
        Learned<int, Codeword> Learn(int threads) => Contexture.Learn(
            points, p => p.Input(x => x.Id).Features(x => x.Numbers).Standardised().CutMix(0.3, draws: 32).Quantise(Codebook.Rows(12)), options: Exactly.Options with { Threads = threads });
        var learned = Learn(1);
        Assert.Equal(Vectors.Bits(learned), Vectors.Bits(Learn(3)));

        // Points of one cloud are more alike than points of two.
        double Mean(Func<int, int, bool> which) => Enumerable.Range(0, 60).SelectMany(i => Enumerable.Range(0, i).Where(j => which(i, j)).Select(j => Vectors.Kernel(learned, i, j))).Average();
        Assert.True(Mean((i, j) => i % 3 == j % 3) > Mean((i, j) => i % 3 != j % 3) + 0.3);
    }

    public static TheoryData<Replacement, double, double> Laws => new()
    {
        // The column has the range 1 to 5: mean and variance of what replaces it.
        { Replacement.Uniform, 3, 16 / 12.0 },
        { Replacement.Normal, 3, 1 },
        { Replacement.TwoNormals, 3, 4.25 },
        { Replacement.Marginal, 2, 3 },
    };

    [Theory]
    [MemberData(nameof(Laws))]
    public void What_replaces_a_number(Replacement replacement, double mean, double variance)
    {
        const int Draws = 40_000;
        var training = new Block<double>(4, 2);
        double[] numbers = [1, 7, 1, 7, 1, 7, 5, 7];
        numbers.CopyTo(training.Values, 0);
        var corruption = new RowCorruption(new("Scarf", 0.5, replacement, 1, 9), training);

        // Views are less the middles of the ranges, 3 and 7.
        var views = Enumerable.Range(0, Draws).Select(draw => View(corruption, [100, 7], draw)).ToArray();
        var replaced = views.Where(view => view[0] != 97).Select(view => view[0] + 3.0).ToArray();

        // Half of 40,000 with a deviation of 100; mean and variance of 20,000 with at most 2.1/141 and 4.3·1.5/141. Five deviations.
        Assert.InRange(replaced.Length, 19_500, 20_500);
        Assert.Equal(mean, replaced.Average(), 0.075);
        Assert.Equal(variance, replaced.Average(x => (x - mean) * (x - mean)), 0.23);
        Assert.All(views, view => Assert.Equal(0, view[1], 1e-5f));
    }

    /// <summary>Two far groups, so that rounding of the scaled numbers moves no view to the other codeword: only other draws would.</summary>
    [Theory]
    [InlineData(Replacement.TwoNormals)]
    [InlineData(Replacement.Marginal)]
    public void Draws_do_not_depend_on_the_order_of_the_rows(Replacement replacement)
    {
        Point[] rows = [.. Enumerable.Range(0, 8).Select(i => new Point(i, [(i % 2 * 20) + (Wobble(i, 0) / 10)]))];
        Learned<int, Codeword> Learn(IEnumerable<Point> points) => Contexture.Learn(
            points, p => p.Input(x => x.Id).Features(x => x.Numbers).Standardised().Scarf(0.5, replacement, draws: 16, seed: 3).Quantise(Codebook.Rows(2)), options: Exactly.Options);
        var learned = Learn(rows);
        var orders = new[] { rows.Reverse(), rows.OrderBy(row => row.Numbers[0]), rows.OrderBy(row => row.Id * 5 % 8) }.Select(Learn);
        Assert.All(orders, other => Assert.All(rows, row => Assert.Equal(Vectors.Kernel(learned, 0, row.Id), Vectors.Kernel(other, 0, row.Id), 1e-9)));
    }

    [Fact]
    public void Large_numbers_are_told_apart_or_refused()
    {
        Learned<int, Codeword> Learn(double from, double step) => Contexture.Learn(
            [.. Enumerable.Range(0, 6).Select(i => new Point(i, [from + (i % 2 * step)]))],
            p => p.Input(x => x.Id).Features(x => x.Numbers).CutMix(0.3, draws: 16).Quantise(Codebook.Rows(2)), options: Exactly.Options);

        // In single precision 1e9 and 1e9 + 1 are one number.
        Assert.True(Vectors.Kernel(Learn(1e9, 1), 0, 0) > 0.01);
        foreach (var large in (double[])[1e20, 1e39])
            Exactly.Says(Assert.Throws<FeatureValueException>(() => Learn(0, large)), "Event 1", "column 0", large.ToString(CultureInfo.InvariantCulture), "at most", "in magnitude");
    }

    [Fact]
    public void Columns_that_say_nothing_cost_no_stack()
    {
        Point[] rows = [.. Words(1, 2).Select(word => word with { Numbers = [.. word.Numbers, .. new double[50_000]] })];
        Exactly.Spectrum(Contexture.Learn(rows, p => p.Input(x => x.Id).Features(x => x.Numbers).CutMix(0.3).Discrete(), options: Exactly.Options), 0.7);
    }

    [Fact]
    public void Values_without_meaning()
    {
        foreach (var rate in (double[])[-0.1, 1.1, double.NaN])
            Exactly.Says(Assert.Throws<DeclarationException>(() => Contexture.Learn(Words(2, 2), p => p.Input(x => x.Id).Features(x => x.Numbers).CutMix(rate).Discrete())), "CutMix has rate:", "between 0 and 1");
        Exactly.Says(Assert.Throws<DeclarationException>(() => Contexture.Learn(Words(2, 2), p => p.Input(x => x.Id).Features(x => x.Numbers).Scarf(0.5, draws: 0).Quantise(Codebook.Rows(2)))), "draws: 0");
        Exactly.Says(Assert.Throws<DeclarationException>(() => Contexture.Learn(Words(2, 2), p => p.Input(x => x.Id).Features(x => x.Numbers).Scarf(0.5, (Replacement)9).Quantise(Codebook.Rows(2)))), "Scarf has replacement: 9");
        Exactly.Says(Assert.Throws<DeclarationException>(() => Contexture.Learn(Words(2, 2), p => p.Input(x => x.Id).Features(x => x.Numbers).Scarf(0.5).Discrete())), "Discrete() follows Scarf", "Replacement.Uniform", "never repeat", "Quantise");
    }

    [Fact]
    public void A_promise_that_the_data_break() => Exactly.Says(
        Assert.Throws<TableSizeException>(() => Contexture.Learn(Clouds(300), p => p.Input(x => x.Id).Features(x => x.Numbers).CutMix(0.5).Discrete())),
        "promises columns with few values", "300, 300, 300", "2.7E+07 views for each of 300 inputs", "Quantise");

    [Fact]
    public void Fewer_views_than_codewords() => Exactly.Says(
        Assert.Throws<CodebookException>(() => Contexture.Learn(Words(2, 2), p => p.Input(x => x.Id).Features(x => x.Numbers).CutMix(0.5, draws: 4).Quantise(Codebook.Rows(9)))), "9 codewords", "4 are distinct");

    private static float[] View(RowCorruption corruption, double[] row, int draw)
    {
        var view = new float[row.Length];
        corruption.View(row, 5, draw, view);
        return view;
    }
}
