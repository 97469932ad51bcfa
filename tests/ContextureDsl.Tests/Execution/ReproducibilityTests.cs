namespace ContextureDsl.Tests.Execution;

/// <summary>The problem is too large for the dense path and for one range of work, so that threads could disagree if they were let.</summary>
public class ReproducibilityTests
{
    private const int Rank = 6;

    private static readonly (int Product, int Basket)[] Groups = Rows.Groups();

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void Any_number_of_threads_and_any_run_give_the_same_bits(Precision precision)
    {
        var one = Learn(new() { Threads = 1, Precision = precision });
        Assert.NotEqual(0, one.Spectrum.Iterations);
        Assert.True(one.Spectrum.Converged);
        Assert.Equal((5000, 4500), (one.Encoder.Count, one.Variables.Count));
        var bits = Vectors.Bits(one);
        foreach (var threads in (int[])[1, 2, 3])
        {
            var again = Learn(new() { Threads = threads, Precision = precision });
            Assert.Equal(one.Spectrum.Iterations, again.Spectrum.Iterations);
            Assert.True(bits.AsSpan().SequenceEqual(Vectors.Bits(again)), $"{threads} threads gave other bits");
        }
    }

    [Fact]
    public void The_same_holds_for_a_mix_with_unseen_inputs()
    {
        Definition<int> Define(Events<(int Product, int Basket)> rows) => Mix.Convex<int>(
            (0.7, rows.Input(r => r.Product).Context(r => r.Basket).Named("basket")),
            (0.3, rows.Where(r => r.Product % 5 != 0).Input(r => r.Product).Context(r => (r.Basket * 7) % 3001).Named("shelf")));
        long[] Bits(int threads) => Vectors.Bits<int, int>(Contexture.Learn(Groups, Define, Rank, new() { Threads = threads }));
        var bits = Bits(1);
        Assert.True(bits.AsSpan().SequenceEqual(Bits(2)));
        Assert.True(bits.AsSpan().SequenceEqual(Bits(3)));
    }

    [Fact]
    public void Another_seed_gives_the_same_spectrum_and_the_same_functions()
    {
        var one = Learn(new() { Seed = 0 });
        var other = Learn(new() { Seed = 42 });
        Assert.False(Vectors.Bits(one).AsSpan().SequenceEqual(Vectors.Bits(other)), "the seed is not used");
        // A value is off by at most its residual, and both may be.
        Vectors.AssertClose(one.Spectrum.Values, other.Spectrum.Values, 2e-5);
        // A function is off by at most residual ÷ gap = 1e-5 / 0.01; the misfit is quadratic in that, rounding of single precision comes on top.
        Assert.InRange(Vectors.Misfit(one.Encoder, other.Encoder), 0, 1e-5);
        Assert.InRange(Vectors.Misfit(one.Variables, other.Variables), 0, 1e-5);
    }

    [Fact]
    public void Single_and_double_precision_agree()
    {
        var single = Learn(new() { Precision = Precision.Single });
        var exact = Learn(new() { Precision = Precision.Double, Tolerance = 1e-10 });
        Assert.True(exact.Spectrum.Converged);
        Assert.InRange(exact.Spectrum.Residuals.Max(), 0, 1e-10);
        Assert.Equal((Precision.Single, Precision.Double), (single.Encoder.Precision, exact.Encoder.Precision));
        Assert.Equal(exact.Spectrum.TotalChiSquared, single.Spectrum.TotalChiSquared);
        Vectors.AssertClose(exact.Spectrum.Values, single.Spectrum.Values, 1e-5);
        Assert.InRange(Vectors.Misfit(exact.Encoder, single.Encoder), 0, 1e-5);
        // Signs are fixed, so the coordinates agree one by one. Whitened coordinates are up to 1/√p = 70.
        foreach (var product in exact.Encoder.Known.Take(200))
            Assert.All(Vectors.Of(exact.Encoder, product).Zip(Vectors.Of(single.Encoder, product)), pair => Assert.Equal(pair.First, pair.Second, 0.02));
    }

    [Fact]
    public void The_order_of_rows_does_not_matter()
    {
        var one = Learn(new());
        var shuffled = Contexture.Learn(Rows.Shuffled(Groups, 9), Define, Rank);
        Assert.NotEqual(one.Encoder.Known, shuffled.Encoder.Known);
        Vectors.AssertClose(one.Spectrum.Values, shuffled.Spectrum.Values, 2e-5);
        Assert.Equal(one.Spectrum.TotalChiSquared!.Value, shuffled.Spectrum.TotalChiSquared!.Value, 1e-9);
        Assert.InRange(Vectors.Misfit(one.Encoder, shuffled.Encoder), 0, 1e-5);
        Assert.InRange(Vectors.Misfit(one.Variables, shuffled.Variables), 0, 1e-5);
    }

    [Fact]
    public void The_order_of_rows_does_not_matter_on_the_dense_path_with_equal_values()
    {
        // Two copies of one table beside each other: every value occurs twice, and 1 belongs to the two components.
        var rows = Rows.Table(7, 5).SelectMany(row => (Sale[])[row, new("x" + row.Product, "x" + row.Basket)]).ToArray();
        var options = new LearnOptions { Precision = Precision.Double, Tolerance = 1e-10, RarePairs = RarePairs.Keep };
        var one = Contexture.Learn(rows, s => s.Input(x => x.Product!).Context(x => x.Basket!), options: options);
        var other = Contexture.Learn(Rows.Shuffled(rows, 3), s => s.Input(x => x.Product!).Context(x => x.Basket!), options: options);
        Assert.Equal((2, 0), (one.Spectrum.Components, one.Spectrum.Iterations));
        Assert.Equal(1, one.Spectrum.Values[0], 1e-12);
        for (var i = 1; i < 9; i += 2) Assert.Equal(one.Spectrum.Values[i], one.Spectrum.Values[i + 1], 1e-12);
        Vectors.AssertClose(one.Spectrum.Values, other.Spectrum.Values, 1e-12);
        Assert.InRange(Vectors.Misfit(one.Encoder, other.Encoder), 0, 1e-9);
        foreach (var first in one.Encoder.Known)
            foreach (var second in one.Encoder.Known) Assert.Equal(Vectors.Kernel(one, first, second), Vectors.Kernel(other, first, second), 1e-9);
    }

    private static Context<int, int> Define(Events<(int Product, int Basket)> rows) => rows.Input(r => r.Product).Context(r => r.Basket);

    private static Learned<int, int> Learn(LearnOptions options) => Contexture.Learn(Groups, Define, Rank, options);
}
