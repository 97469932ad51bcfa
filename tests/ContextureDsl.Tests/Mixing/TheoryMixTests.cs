using System.Text.Json;
using ContextureDsl.Tests.Spectral;

namespace ContextureDsl.Tests.Mixing;

/// <summary>The mixing[] cases of the theory through the DSL: exact laws as channels, every operation, and the spectrum of the closed formula.</summary>
public class TheoryMixTests
{
    private static readonly LearnOptions Exactly = new() { Precision = Precision.Double, Tolerance = 1e-12, RarePairs = RarePairs.Keep };

    public static TheoryData<string> Names() => [.. TheoryCases.Section("mixing").Select(item => item.GetProperty("name").GetString()!).Where(name => name != "chain_bsc")];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mix_has_the_spectrum_of_the_theory(string name)
    {
        var item = TheoryCases.Section("mixing").Single(item => item.GetProperty("name").GetString() == name);
        var laws = item.GetProperty("inputs").EnumerateArray().Select(TheoryCases.Matrix).ToArray();
        var marginal = Enumerable.Range(0, laws[0].GetLength(0)).Select(x => Enumerable.Range(0, laws[0].GetLength(1)).Sum(a => laws[0][x, a])).ToArray();
        var rows = marginal.Select((mass, x) => new Weighed(x, mass)).ToArray();

        var learned = Contexture.Learn<Weighed, int>(rows, events => Mixed(item, [.. laws.Select(law => Channel(events, law))]), options: Exactly);

        var expected = TheoryCases.Numbers(item.GetProperty("s")).Skip(1).ToArray();
        for (var i = 0; i < learned.Rank; i++) Assert.Equal(i < expected.Length ? expected[i] : 0, learned.Spectrum.Values[i], 1e-9);
        Assert.All(expected.Skip(learned.Rank), value => Assert.Equal(0, value, 1e-9));
    }

    private static Context<int> Mixed(JsonElement item, Context<int, int>[] parts)
    {
        var weights = item.TryGetProperty("weights", out var declared) ? TheoryCases.Numbers(declared) : [];
        return item.GetProperty("operation").GetString() switch
        {
            "convolution" => parts.Length == 2 ? Mix.Convolve(parts[0], then: parts[1]) : Mix.Convolve(parts[0], parts[1], then: parts[2]),
            "convex_tagged" => Mix.Convex<int>([.. parts.Select((part, j) => (weights[j], (Context<int>)part))]),
            "convex_untagged" => Mix.Average<int, int>([.. parts.Select((part, j) => (weights[j], part))]),
            "concatenation" => Mix.Joint(parts[0], parts[1]),
            var other => throw new InvalidOperationException(other),
        };
    }

    private static Context<int, int> Channel(Events<Weighed> events, double[,] law)
    {
        var columns = law.GetLength(1);
        return events.Input(row => row.X).Channel(x =>
        {
            var mass = Enumerable.Range(0, columns).Sum(a => law[x, a]);
            return Enumerable.Range(0, columns).Where(a => law[x, a] > 0).Select(a => (a, law[x, a] / mass));
        }).Weight(row => row.Mass);
    }

    private sealed record Weighed(int X, double Mass);
}
