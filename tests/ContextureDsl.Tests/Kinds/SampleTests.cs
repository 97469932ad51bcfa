using ContextureDsl.Tests.Execution;

namespace ContextureDsl.Tests.Kinds;

/// <summary>Channels given by drawing: what the draws depend on, and how they tend to the law.</summary>
public class SampleTests
{
    private static Learned<string, string> Learn(IEnumerable<string> words, int draws = 16, long seed = 7, int threads = 1) => Contexture.Learn(
        words, rows => rows.Input(word => word).Sample((word, draw) => word.Remove(draw.Next(word.Length), 1), draws, seed), options: Exactly.Options with { Threads = threads });

    private static readonly string[] Words = ["cart", "cat", "car", "art", "carts", "tart"];

    [Fact]
    public void Order_threads_and_other_inputs_change_no_draw()
    {
        var straight = Learn(Words);
        Assert.Equal(Vectors.Bits(straight), Vectors.Bits(Learn(Words, threads: 3)));
        var turned = Learn(Words.Reverse(), threads: 2);
        Assert.Equal(straight.Variables.Known.Order(), turned.Variables.Known.Order());
        foreach (var word in straight.Variables.Known) Assert.Equal(straight.Variables.Marginal(word), turned.Variables.Marginal(word), 1e-15);
        Vectors.AssertClose(straight.Spectrum.Values, turned.Spectrum.Values, 1e-12);
    }

    [Fact]
    public void Another_seed_gives_other_draws()
    {
        var one = Learn(Words, draws: 7);
        var other = Learn(Words, draws: 7, seed: 8);
        Assert.NotEqual(one.Spectrum.TotalChiSquared, other.Spectrum.TotalChiSquared);
        Assert.Contains("sample, sampled, 7 draws, seed 8", other.Definition!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_draws_tend_to_the_law()
    {
        // Flipped bits: 4 inputs, 4 values; a share of 40,000 draws deviates by at most .0025, five deviations are .0125.
        var drawn = Contexture.Learn(
            Bits.Words(2), rows => rows.Input(word => word).Sample((word, draw) => word ^ (draw.NextDouble() < 0.25 ? 1 : 0) ^ (draw.Next(4) == 0 ? 2 : 0), 40_000), options: Exactly.Options);
        Vectors.AssertClose([0.5, 0.5, 0.25], drawn.Spectrum.Values, 0.0125);
    }

    [Fact]
    public void No_draw_is_an_error() => Exactly.Says(Assert.Throws<DeclarationException>(() => Learn(Words, draws: 0)), "draws: 0", "at least one");

    [Fact]
    public void An_input_whose_text_is_its_type_is_refused() => Exactly.Says(
        Assert.Throws<UnknownContentException>(() => Contexture.Learn(new[] { new Silent(), new Silent() }, rows => rows.Input(x => x).Sample((_, draw) => draw.Next(2), 4))),
        "Silent", "ToString()", "a record has it");

    private sealed class Silent;
}
