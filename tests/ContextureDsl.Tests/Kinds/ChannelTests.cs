using ContextureDsl.Tests.Spectral;

namespace ContextureDsl.Tests.Kinds;

/// <summary>Channels given exactly: closed forms, P_X, errors.</summary>
public class ChannelTests
{
    public static TheoryData<string> Names() => [.. TheoryCases.WithMatrix().Select(item => item.GetProperty("name").GetString()!)];

    /// <summary>Every fixture as a channel: row x of P divided by its sum is the law, the sum is the weight of x.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Any_joint_law_is_a_channel_with_weights(string name)
    {
        var item = TheoryCases.Find(name);
        var joint = TheoryCases.Matrix(item.GetProperty("P"));
        double Mass(int x) => Enumerable.Range(0, joint.GetLength(1)).Sum(a => joint[x, a]);
        var inputs = Enumerable.Range(0, joint.GetLength(0)).Where(x => Mass(x) > 0).ToArray();
        var learned = Contexture.Learn(
            inputs,
            rows => rows.Input(x => x).Channel(x => Enumerable.Range(0, joint.GetLength(1)).Select(a => (a, joint[x, a] / Mass(x)))).Weight(x => Mass(x)),
            options: Exactly.Options);

        // The fixture has ten digits; those of its own closed form are held below.
        var expected = TheoryCases.Numbers(item.GetProperty("s"))[1..];
        for (var i = 0; i < Math.Min(expected.Length, learned.Rank); i++) Assert.Equal(expected[i], learned.Spectrum.Values[i], expected[i] < 1e-7 ? 1e-7 : 1e-9);
        Assert.Equal(item.GetProperty("chi2").GetDouble(), learned.Spectrum.TotalChiSquared!.Value, 1e-8);
    }

    [Theory]
    [InlineData(4, 0.3)]
    [InlineData(8, 0.1)]
    [InlineData(5, 0.95)]
    public void A_symmetric_channel(int values, double error) => Exactly.Spectrum(
        Contexture.Learn(
            Enumerable.Range(0, values),
            rows => rows.Input(x => x).Channel(x => Enumerable.Range(0, values).Select(a => (a, a == x ? 1 - error : error / (values - 1)))),
            options: Exactly.Options),
        Enumerable.Repeat(Math.Abs(1 - (error * values / (values - 1))), values - 1));

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.6)]
    public void An_erasure(double rate)
    {
        // Any input law: here 3 to 1.
        bool[] bits = [true, true, true, false];
        Exactly.Spectrum(
            Contexture.Learn(bits, rows => rows.Input(bit => bit).Channel(bit => Law.Of((bit ? "one" : "zero", 1 - rate), ("?", rate))), options: Exactly.Options),
            Math.Sqrt(1 - rate));
    }

    [Fact]
    public void Counts_of_flipped_bits() => Exactly.Spectrum(
        Contexture.Learn(Bits.Words(6), rows => rows.Input(word => int.PopCount(word)).Channel(count => Bits.Counted(count, 6, 0.2)), options: Exactly.Options),
        Enumerable.Range(1, 6).Select(i => Math.Pow(0.6, i)));

    [Theory]
    [InlineData(1, 0.1)]
    [InlineData(4, 0.25)]
    public void Flipped_bits(int bits, double error) => Exactly.Spectrum(
        Contexture.Learn(Bits.Words(bits), rows => rows.Input(word => word).Channel(word => Bits.Flipped(word, bits, error)), options: Exactly.Options),
        Bits.Powers(1 - (2 * error), bits));

    [Fact]
    public void The_identity_and_a_bijection_have_ones_and_independence_has_zeros()
    {
        var inputs = Enumerable.Range(0, 7).SelectMany(x => Enumerable.Repeat(x, x + 1)).ToArray();
        Exactly.Spectrum(Contexture.Learn(inputs, rows => rows.Input(x => x).Channel(x => Law.Of((x, 1.0))), options: Exactly.Options), Enumerable.Repeat(1.0, 6));
        Exactly.Spectrum(Contexture.Learn(inputs, rows => rows.Input(x => x).Channel(x => Law.Of(($"image {6 - x}", 1.0))), options: Exactly.Options), Enumerable.Repeat(1.0, 6));
        Exactly.Spectrum(Contexture.Learn(inputs, rows => rows.Input(x => x).Channel(_ => Law.Of(("a", 0.2), ("b", 0.3), ("c", 0.5))), options: Exactly.Options));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.9)]
    public void A_gaussian_on_a_grid(double rho)
    {
        // Steps of .1 on ±9; the grid ends where the density does, which shows at 5e-6.
        static double Density(double x) => Math.Exp(-x * x / 2);
        var grid = Enumerable.Range(-90, 181).Select(i => i / 10.0).ToArray();
        var learned = Contexture.Learn(
            grid,
            rows => rows.Input(x => x).Channel(x => Normalised(grid.Select(a => (a, Density((a - (rho * x)) / Math.Sqrt(1 - (rho * rho))))))).Weight(x => Density(x)),
            rank: 8, options: Exactly.Options with { Tolerance = 1e-10 });
        for (var i = 1; i <= 8; i++) Assert.Equal(Math.Pow(rho, i), learned.Spectrum.Values[i - 1], 5e-6);
    }

    [Fact]
    public void An_input_weighs_as_often_as_it_occurs()
    {
        var learned = Contexture.Learn(new[] { "a", "b", "a", "a" }, rows => rows.Input(x => x).Channel(x => Law.Uniform(x, "c")), options: Exactly.Options);
        Assert.Equal(0.75, learned.Encoder.Marginal("a"), 1e-15);
        Assert.Equal(Math.Sqrt(0.5), learned.Spectrum.Values[0], 1e-10);
    }

    [Fact]
    public void The_law_is_asked_for_once_an_input()
    {
        var asked = new List<string>();
        Contexture.Learn(new[] { "b", "a", "b", "a" }, rows => rows.Input(x => x).Channel(x => Noted(asked, x)));
        Assert.Equal(["b", "a"], asked);
    }

    [Fact]
    public void A_method_and_an_object_are_channels()
    {
        string[] words = ["cat", "cart", "car", "art"];
        var method = Contexture.Learn(words, rows => rows.Input(word => word).Channel(DropOneLetter), options: Exactly.Options);
        var thing = Contexture.Learn(words, rows => rows.Input(word => word).Channel(new Typos()), options: Exactly.Options);
        Assert.Equal(method.Spectrum.Values, thing.Spectrum.Values);
        Assert.Contains("channel, enumerated", method.Definition!.ToString(), StringComparison.Ordinal);
        Assert.Contains("law DropOneLetter", method.Definition!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_named_twice_has_the_sum()
    {
        var twice = Contexture.Learn(new[] { 0, 1 }, rows => rows.Input(x => x).Channel(x => Law.Of((x, 0.4), (1 - x, 0.3), (x, 0.3))), options: Exactly.Options);
        Exactly.Spectrum(twice, 0.4);
    }

    [Fact]
    public void A_minimum_count_leaves_inputs_out()
    {
        var learned = Contexture.Learn(new[] { 0, 1, 2, 0, 1 }, rows => rows.Input(x => x).Channel(x => Law.Uniform(x, 9)), options: Exactly.Options with { MinimumCount = 2 });
        Assert.Equal([0, 1], learned.Encoder.Known);
        Assert.Equal([0, 9, 1], learned.Variables.Known);
        Assert.Equal(1, learned.Parts[0].Summary.RareInputs);
    }

    public static TheoryData<(string, double)[]?, string> BadLaws => new()
    {
        { [("a", 0.5), ("b", 0.4)], "sum to 0.9" },
        { [("a", 1.5), ("b", -0.5)], "b the probability -0.5" },
        { [("a", double.NaN)], "a the probability NaN" },
        { [("a", double.PositiveInfinity)], "a the probability Infinity" },
        { [], "gave no value" },
        { null, "gave null" },
        { [("a", 0.5), ("b", 0.5 + 2e-6)], "sum to 1.00000" },
    };

    [Theory]
    [MemberData(nameof(BadLaws))]
    public void What_is_no_law_names_the_first_input((string, double)[]? bad, string what)
    {
        string[] rows = ["good", "bad", "worse"];
        var error = Assert.Throws<InvalidLawException>(() => Contexture.Learn(rows, r => r.Input(x => x).Channel<string>(x => x == "good" ? Law.Of(("a", 1.0)) : bad!)));
        Exactly.Says(error, what, "the input bad", "event 1 of String", "sum to 1 within 1E-06");
    }

    [Fact]
    public void A_law_within_the_slack_is_brought_to_one() => Exactly.Spectrum(
        Contexture.Learn(new[] { 0, 1 }, rows => rows.Input(x => x).Channel(x => Law.Of((x, 0.75 * (1 + 5e-7)), (1 - x, 0.25 * (1 + 5e-7)))), options: Exactly.Options), 0.5);

    [Fact]
    public void A_value_that_is_null() => Exactly.Says(
        Assert.Throws<NullKeyException>(() => Contexture.Learn(new[] { 0, 1 }, rows => rows.Input(x => x).Channel<string>(x => [(null!, 1.0)]))), "Event 0", "context value");

    private static IEnumerable<(double, double)> Normalised(IEnumerable<(double Value, double Weight)> weights)
    {
        var all = weights.ToArray();
        var sum = all.Sum(item => item.Weight);
        return all.Select(item => (item.Value, item.Weight / sum));
    }

    private static IEnumerable<(string, double)> Noted(List<string> asked, string input)
    {
        asked.Add(input);
        return Law.Uniform(input, "other");
    }

    private static IEnumerable<(string, double)> DropOneLetter(string word)
    {
        for (var i = 0; i < word.Length; i++) yield return (word.Remove(i, 1), 1.0 / word.Length);
    }

    private sealed class Typos : IChannel<string, string>
    {
        public IEnumerable<(string Value, double Probability)> Law(string input) => DropOneLetter(input);
    }
}
