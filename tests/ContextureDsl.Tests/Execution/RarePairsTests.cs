namespace ContextureDsl.Tests.Execution;

/// <summary>Three strays beside one table: each is a component of its own, with a singular value of 1 that says nothing else.</summary>
public class RarePairsTests
{
    private static readonly Sale[] Table = [.. Rows.Table(8, 6), .. Rows.Table(8, 6, seed: 2)];

    private static readonly Sale[] WithStrays = [new("stray1", "lost1"), .. Table, new("stray2", "lost2"), new("stray3", "lost3"), new("stray3", "lost4")];

    [Fact]
    public void Tiny_components_are_set_aside_and_counted()
    {
        var learned = Contexture.Learn(WithStrays, Define);
        Assert.Equal((3, 3, 4, 4L), (learned.SetAside.Components, learned.SetAside.Inputs, learned.SetAside.Variables, learned.SetAside.Pairs));
        Assert.Equal(4.0 / WithStrays.Length, learned.SetAside.Mass, 1e-15);
        Assert.Equal((1, 0), (learned.Spectrum.Components, learned.Spectrum.SingletonPairs));
        Assert.Equal((8, 6, 48), (learned.Parts[0].Inputs, learned.Parts[0].Variables, learned.Parts[0].Pairs));
        Assert.Equal(WithStrays.Length, learned.Parts[0].Summary.Events);

        Assert.False(learned.Encoder.Contains("stray1"));
        Assert.DoesNotContain("stray2", learned.Encoder.Known);
        Assert.False(learned.Variables.Contains("lost3"));
        Assert.False(learned.Encoder.TryEmbed("stray3", new double[learned.Rank]));
        Assert.False(learned.TryEmbedNew([("lost1", 1)], new double[learned.Rank]));
        var unknown = Assert.Throws<UnknownValueException>(() => learned.Encoder["stray1"].Length);
        Assert.Contains("'stray1'", unknown.Message);
        Assert.Contains("seen when learning and kept", unknown.Message);
    }

    [Fact]
    public void What_is_left_is_as_if_the_strays_had_never_been_there()
    {
        var options = new LearnOptions { Precision = Precision.Double, Tolerance = 1e-10 };
        var expected = Contexture.Learn(Table, Define, options: options);
        var actual = Contexture.Learn(WithStrays, Define, options: options);
        Assert.Equal(SetAside.Nothing, expected.SetAside);
        Vectors.AssertClose(expected.Spectrum.Values, actual.Spectrum.Values, 1e-14);
        Assert.Equal(expected.Spectrum.TotalChiSquared!.Value, actual.Spectrum.TotalChiSquared!.Value, 1e-14);
        foreach (var product in expected.Encoder.Known) Assert.Equal(expected.Encoder.Marginal(product), actual.Encoder.Marginal(product), 1e-15);
        Assert.InRange(Vectors.Misfit(expected.Encoder, actual.Encoder), 0, 1e-10);
    }

    [Fact]
    public void Kept_they_lead_the_spectrum()
    {
        var learned = Contexture.Learn(WithStrays, Define, options: new() { RarePairs = RarePairs.Keep });
        Assert.Equal(SetAside.Nothing, learned.SetAside);
        Assert.Equal((4, 2), (learned.Spectrum.Components, learned.Spectrum.SingletonPairs));
        Assert.Equal([1, 1, 1], learned.Spectrum.Values.Take(3));
        Assert.InRange(learned.Spectrum.Values[3], 0, 0.99);
        Assert.Equal([0..3], learned.Spectrum.Plateaus.Take(1));
        Assert.Equal((11, 10), (learned.Encoder.Count, learned.Variables.Count));
        // The functions of the components are constant on each of them.
        foreach (var product in Table.Select(row => row.Product!).Distinct())
            Assert.Equal(Vectors.Of(learned.Encoder, "p0").Take(3), Vectors.Of(learned.Encoder, product).Take(3), (x, y) => Math.Abs(x - y) < 1e-5);
        Assert.Contains(Vectors.Of(learned.Encoder, "stray1").Take(3), x => Math.Abs(x) > 1);
    }

    [Fact]
    public void Nothing_rare_is_nothing_to_set_aside()
    {
        Sale[] twice = [.. Table, .. Table.Select(row => new Sale("x" + row.Product, "x" + row.Basket))];
        foreach (var policy in Enum.GetValues<RarePairs>())
        {
            var learned = Contexture.Learn(twice, Define, options: new() { RarePairs = policy });
            Assert.Equal(2, learned.Spectrum.Components);
            Assert.Equal(SetAside.Nothing, learned.SetAside);
        }
    }

    private static Context<string, string> Define(Events<Sale> sales) => sales.Input(s => s.Product!).Context(s => s.Basket!);
}
