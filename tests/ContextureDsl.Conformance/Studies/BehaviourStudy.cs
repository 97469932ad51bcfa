using Xunit.Abstractions;

namespace ContextureDsl.Conformance.Studies;

/// <summary>
/// Two kinds of behaviour of the same people towards the same things, alone and mixed, at the same dimension: games by who played them long and who played them briefly, and by who played and who bought them. Every game counts the same
/// (<see cref="Population.Uniform"/>), which finds more than the law of the rows in all but one row; the parts are judged under both laws, so that no mix wins by it.
/// </summary>
public sealed class BehaviourStudy(ITestOutputHelper output)
{
    private const int Dimension = 64;

    /// <summary>Long and brief plays are disjoint, and each holds half of what there is to know: both together find much more than either.</summary>
    [StudyFact("steam-games")]
    public void LongAndBriefPlaysFindMoreTogether()
    {
        var shop = new Shop();
        var hits = Compare(shop, shop.Played, shop.Played, ("long", Long), ("brief", Brief));
        var parts = new[] { "long", "brief", "long, own law", "brief, own law" }.Max(part => hits[part]);
        Assert.True(hits["Convex 0.5"] > 1.2 * parts, FormattableString.Invariant($"Half and half finds {hits["Convex 0.5"]:F3}, no fifth more than the better part with {parts:F3}."));
    }

    /// <summary>What is played was bought, so that purchases alone know all that plays know: no mix finds more.</summary>
    [StudyFact("steam-games")]
    public void PlaysAddNothingToPurchases()
    {
        var shop = new Shop();
        var hits = Compare(shop, shop.Played, shop.Bought, ("played", All), ("bought", All));
        var mixed = hits.Where(pair => pair.Key.StartsWith("C", StringComparison.Ordinal) || pair.Key == "MinMax").MaxBy(pair => pair.Value);
        Assert.True(mixed.Value < hits["bought"] + 0.01, FormattableString.Invariant($"{mixed.Key} finds {mixed.Value:F3}, purchases alone {hits["bought"]:F3}."));
    }

    private Dictionary<string, double> Compare(
        Shop shop, Play[] one, Play[] other, (string Name, Func<Events<Play>, Context<int>> Define) first, (string Name, Func<Events<Play>, Context<int>> Define) second)
    {
        output.WriteLine(shop.Description);
        output.WriteLine(FormattableString.Invariant($"share of hidden games among the first 20, d = {Dimension}"));
        var hits = new Dictionary<string, double>();
        Judge(first.Name, (plays, _) => first.Define(plays));
        Judge(second.Name, (_, plays) => second.Define(plays));
        Judge($"{first.Name}, own law", (plays, _) => first.Define(plays), Population.Mixture);
        Judge($"{second.Name}, own law", (_, plays) => second.Define(plays), Population.Mixture);
        foreach (var weight in (double[])[0.1, 0.3, 0.5, 0.7, 0.9])
            Judge(FormattableString.Invariant($"Convex {weight:F1}"), (plays, others) => Mix.Convex((weight, first.Define(plays)), (1 - weight, second.Define(others))));
        Judge("MinMax", (plays, others) => Mix.MinMax(first.Define(plays), second.Define(others)));
        Judge($"Convolve({first.Name}, {second.Name})", (plays, others) => Mix.Convolve(first.Define(plays), then: second.Define(others)));
        Judge($"Convolve({second.Name}, {first.Name})", (plays, others) => Mix.Convolve(second.Define(others), then: first.Define(plays)));
        Judge("Concatenate", (plays, others) => Mix.Concatenate(first.Define(plays), second.Define(others)));
        return hits;

        void Judge(string name, Func<Events<Play>, Events<Play>, Definition<int>> define, Population population = Population.Uniform)
        {
            var learned = Contexture.Learn(one, other, define, Dimension, new() { Embedding = Embedding.Scaled, Population = population }).At(Dimension);
            hits.Add(name, shop.Hits(learned));
            output.WriteLine(FormattableString.Invariant($"{name,-24} {hits[name]:F3}   {learned.Encoder.Count} games"));
        }
    }

    private static Context<int> Long(Events<Play> plays) => plays.Where(p => p.Hours >= 5).Input(p => p.Game).Context(p => p.Player).Named("long");

    private static Context<int> Brief(Events<Play> plays) => plays.Where(p => p.Hours < 5).Input(p => p.Game).Context(p => p.Player).Named("brief");

    private static Context<int> All(Events<Play> plays) => plays.Input(p => p.Game).Context(p => p.Player);
}
