namespace ContextureDsl.Tests.Execution;

/// <summary>The laws of a tagged convex combination: TT* = Σ wⱼ TⱼTⱼ*, so kernels add.</summary>
public class MixTests
{
    private static readonly LearnOptions Exact = new() { Precision = Precision.Double, Tolerance = 1e-10 };

    /// <summary>Rows with two context variables, so that both contexts have the same P_X.</summary>
    private static readonly (string Product, string Basket, int Shelf)[] Both =
        [.. Rows.Table(7, 6).Select((row, i) => (row.Product!, row.Basket!, (i * 31 + row.Product![1]) % 4))];

    [Fact]
    public void A_context_mixed_with_itself_is_itself()
    {
        var alone = Contexture.Learn(Both, r => r.Input(x => x.Product).Context(x => x.Basket), options: Exact);
        foreach (var weight in (double[])[0.5, 0.9, 0.01])
        {
            var mixed = Contexture.Learn(Both, r => Mix.Convex<string>(
                (weight, r.Input(x => x.Product).Context(x => x.Basket).Named("one")), (1 - weight, r.Input(x => x.Product).Context(x => x.Basket).Named("two"))), alone.Rank, Exact);
            Vectors.AssertClose(alone.Spectrum.Values, mixed.Spectrum.Values, 1e-12);
            Assert.Equal(alone.Spectrum.TotalChiSquared!.Value, mixed.Spectrum.TotalChiSquared!.Value, 1e-13);
            Assert.InRange(Vectors.Misfit(alone.Encoder, mixed.Encoder), 0, 1e-9);
            foreach (var part in (string[])["one", "two"])
                foreach (var basket in alone.Variables.Known)
                    Assert.Equal(alone.Variables.Marginal(basket), mixed.Variables<string>(part).Marginal(basket), 1e-14);
        }
        // The rest of the spectrum is zero.
        var all = Contexture.Learn(Both, r => Mix.Convex<string>(r.Input(x => x.Product).Context(x => x.Basket), r.Input(x => x.Product).Context(x => x.Basket)), options: Exact);
        Assert.Equal(6, all.Rank);
        Assert.Equal(5, alone.Rank);
        Assert.InRange(all.Spectrum.Values[5], 0, 1e-12);
    }

    [Fact]
    public void An_independent_part_scales_all_values_by_the_root_of_the_share()
    {
        var rows = Both.SelectMany(row => Enumerable.Range(0, 3).Select(coin => (row.Product, row.Basket, Coin: coin))).ToArray();
        var alone = Contexture.Learn(rows, r => r.Input(x => x.Product).Context(x => x.Basket), options: Exact);
        foreach (var share in (double[])[0.7, 0.25])
        {
            var mixed = Contexture.Learn(rows, r => Mix.Convex<string>(
                (share, r.Input(x => x.Product).Context(x => x.Basket)), (1 - share, r.Input(x => x.Product).Context(x => x.Coin).Named("coin"))), alone.Rank, Exact);
            Vectors.AssertClose([.. alone.Spectrum.Values.Select(value => Math.Sqrt(share) * value)], mixed.Spectrum.Values, 1e-12);
            Assert.InRange(Vectors.Misfit(alone.Encoder, mixed.Encoder), 0, 1e-9);
            Assert.InRange(mixed.Parts[1].ChiSquared!.Value, 0, 1e-14);
        }
    }

    [Fact]
    public void Kernels_add()
    {
        var baskets = Contexture.Learn(Both, r => r.Input(x => x.Product).Context(x => x.Basket), options: Exact);
        var shelves = Contexture.Learn(Both, r => r.Input(x => x.Product).Context(x => x.Shelf), options: Exact);
        var mixed = Contexture.Learn(Both, r => Mix.Convex<string>((0.6, r.Input(x => x.Product).Context(x => x.Basket)), (0.4, r.Input(x => x.Product).Context(x => x.Shelf))), options: Exact);
        foreach (var one in baskets.Encoder.Known)
            foreach (var other in baskets.Encoder.Known)
                Assert.Equal(0.6 * Vectors.Kernel(baskets, one, other) + 0.4 * Vectors.Kernel(shelves, one, other), Vectors.Kernel(mixed, one, other), 1e-11);
        var squares = mixed.Spectrum.Values.Sum(value => value * value);
        Assert.Equal(0.6 * baskets.Spectrum.TotalChiSquared!.Value + 0.4 * shelves.Spectrum.TotalChiSquared!.Value, squares, 1e-12);
        Assert.Equal(mixed.Spectrum.TotalChiSquared!.Value, squares, 1e-12);
        Assert.InRange(mixed.Spectrum.Values[0], Math.Sqrt(0.6) * baskets.Spectrum.Values[0], Math.Max(baskets.Spectrum.Values[0], shelves.Spectrum.Values[0]));
    }

    [Fact]
    public void Nesting_is_only_a_way_of_writing_shares()
    {
        Definition<string> Nested(Events<(string Product, string Basket, int Shelf)> r) => Mix.Convex<string>(
            (0.5, r.Input(x => x.Product).Context(x => x.Basket)),
            (0.5, Mix.Convex<string>((1, r.Input(x => x.Product).Context(x => x.Shelf)), (3, r.Input(x => x.Product).Context(x => x.Shelf % 2)))));
        Definition<string> Flat(Events<(string Product, string Basket, int Shelf)> r) => Mix.Convex<string>(
            (4, r.Input(x => x.Product).Context(x => x.Basket)), (1, r.Input(x => x.Product).Context(x => x.Shelf)), (3, r.Input(x => x.Product).Context(x => x.Shelf % 2)));
        var (nested, flat) = (Contexture.Learn(Both, Nested), Contexture.Learn(Both, Flat));
        Assert.Equal(flat.Definition, nested.Definition);
        Assert.Equal(flat.Spectrum.Values, nested.Spectrum.Values);
        Assert.Equal(flat.Parts, nested.Parts);
    }

    [Fact]
    public void Sources_share_one_law_of_inputs_and_an_unseen_input_is_independent()
    {
        Item[] items = [new("p0", 0), new("p0", 1), new("p1", 1), new("elsewhere", 0)];
        (string Product, string Basket)[] sales = [("p0", "a"), ("p0", "b"), ("p1", "b"), ("p2", "a"), ("p2", "a")];
        var learned = Contexture.Learn(sales, items, (s, i) => Mix.Convex<string>(
            (0.75, s.Input(x => x.Product).Context(x => x.Basket).Named("basket")), (0.25, i.Input(x => x.Product).Context(x => x.Genre).Named("genre"))), options: Exact);
        double[] expected = [0.75 * 0.4 + 0.25 * 0.5, 0.75 * 0.2 + 0.25 * 0.25, 0.75 * 0.4, 0.25 * 0.25];
        string[] products = ["p0", "p1", "p2", "elsewhere"];
        Assert.Equal(products, learned.Encoder.Known);
        for (var x = 0; x < products.Length; x++) Assert.Equal(expected[x], learned.Encoder.Marginal(products[x]), 1e-15);
        // q(a) is the mean of R(a|x) over the inputs that the part saw.
        Assert.Equal((expected[0] * 0.5 + expected[2]) / (1 - expected[3]), learned.Variables<string>("basket").Marginal("a"), 1e-15);
        Assert.Equal((expected[0] * 0.5 + expected[3]) / (1 - expected[2]), learned.Variables<int>("genre").Marginal(0), 1e-15);
        Assert.Equal([3, 3], learned.Parts.Select(part => part.Inputs));
        // Two binary parts: two functions, and at full rank they hold all of χ².
        Assert.Equal(2, learned.Rank);
        Assert.Equal(1, learned.Spectrum.ExplainedShare!.Value, 1e-12);
        // "elsewhere" is at the mean of the basket functions: its vector comes from its genre alone, scaled by that share.
        var evidence = new double[2];
        Assert.True(learned.TryEmbedNew([Evidence.Of("genre", 0)], evidence, out var use));
        Assert.Equal(0.25, use.Share);
        var elsewhere = Vectors.Of(learned.Encoder, "elsewhere");
        for (var k = 0; k < 2; k++) Assert.Equal(elsewhere[k], 0.25 * evidence[k], 1e-10);
    }
}
