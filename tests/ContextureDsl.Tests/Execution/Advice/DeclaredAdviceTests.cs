namespace ContextureDsl.Tests.Execution.Advice;

/// <summary>Advice from a declaration: its parts are advised on, and what it says is tried too.</summary>
public class DeclaredAdviceTests
{
    private static readonly Sighting[] Sightings = [.. Seen(1, x => x % 3)];
    private static readonly Sighting[] Others = [.. Seen(2, x => x / 3 % 3)];

    [Fact]
    public void A_declared_mix_is_one_of_the_candidates_once()
    {
        var other = new Weighed(0.25).Advise(Sightings, Others, Planted.Ranked(4));
        Assert.Equal(11, other.Candidates.Count);
        Assert.Equal("Mix.Convex((0.25, one), (0.75, two))", other.Candidates.Single(candidate => candidate.IsDeclared).Formula);
        var known = new Weighed(0.3).Advise(Sightings, Others, Planted.Ranked(4));
        Assert.Equal(10, known.Candidates.Count);
        Assert.Equal("Mix.Convex((0.3, one), (0.7, two))", known.Candidates.Single(candidate => candidate.IsDeclared).Formula);
        Assert.StartsWith("Mix.", known.Chosen!.Formula, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_mix_of_one_source_can_be_declared()
    {
        foreach (var (mix, formula) in new (Func<Context<int, int>, Context<int, int>, Definition<int>>, string)[]
        {
            ((a, b) => Mix.Concatenate<int>(a, b), "Mix.Concatenate(one, two)"),
            ((a, b) => Mix.MinMax<int>(a, b), "Mix.MinMax(one, two)"),
            ((a, b) => Mix.Average<int, int>((1, a), (2, b)), "Mix.Average((1, one), (2, two))"),
            ((a, b) => Mix.Joint(a, b), "Mix.Joint(one, two)"),
            ((a, b) => Mix.Convex<int>((0.5, Mix.Convolve(a, then: b)), (0.5, a.Smooth())), "Mix.Convex((0.5, Mix.Convolve(one, then: two)), (0.5, one.Smooth()))"),
        })
        {
            var advice = new Any(mix).Advise(Sightings, Planted.Ranked(4) with { Repeats = 1 });
            var declared = advice.Candidates.Single(candidate => candidate.IsDeclared);
            Assert.Equal(formula, declared.Formula);
            Assert.InRange(declared.Score, 0.55, 1);
            Assert.NotEmpty(declared.SingularValues);
        }
    }

    [Fact]
    public void A_declared_mix_that_cannot_be_learnt_says_why()
    {
        var options = Planted.Ranked(4) with { Repeats = 1 };
        var advice = new Any((a, b) => Mix.Joint(a, b)).Advise(Sightings, options with { Learning = options.Learning! with { MemoryLimit = 1 } });
        var declared = advice.Candidates.Single(candidate => candidate.IsDeclared);
        Assert.StartsWith("Mix.Joint of ", declared.Failure, StringComparison.Ordinal);
        Assert.NotEqual(declared, advice.Chosen);
        Assert.All(advice.Candidates.SkipLast(1), candidate => Assert.Null(candidate.Failure));
    }

    [Fact]
    public void What_a_candidate_tells_while_it_is_learnt_is_told_and_it_can_be_stopped_there()
    {
        using var stop = new CancellationTokenSource();
        var told = new Recorded(report => { if (report.Stage == "advising, weights") stop.Cancel(); });
        Assert.ThrowsAny<OperationCanceledException>(() => new Any((a, b) => Mix.MinMax<int>(a, b)).Advise(Sightings, Planted.Ranked(4) with { Repeats = 1 }, told, stop.Token));
        Assert.Equal(("advising, weights", 10L, (long?)11), (told.Reports[^1].Stage, told.Reports[^1].Done, told.Reports[^1].Total));
    }

    [Fact]
    public void A_context_with_and_without_a_walk_is_two_parts_and_the_walk_stands_in_the_formula()
    {
        var random = new Random(3);
        var edges = Enumerable.Range(0, 900).Select(_ => random.Next(Planted.Inputs)).Select(x => new Edge(x, (x + 3 * random.Next(1, 9)) % Planted.Inputs)).ToArray();
        var advice = new Walked().Advise(edges, Planted.Ranked(4) with { Repeats = 1 });
        Assert.Equal(["near (lazy, stay 0.5)", "near"], advice.Parts.Select(part => part.Name));
        Assert.Equal("Mix.Convolve(near (lazy, stay 0.5), then: near)", advice.Candidates.Single(candidate => candidate.IsDeclared).Formula);
    }

    [Fact]
    public void Contexts_without_names_are_told_apart()
    {
        var advice = new Unnamed().Advise(Sightings, Planted.Ranked(4) with { Repeats = 1 });
        Assert.Equal(["s => s.Value", "s => s.Value (2)"], advice.Parts.Select(part => part.Name));
    }

    [Fact]
    public void One_context_leaves_nothing_to_choose() =>
        Assert.Contains("'one'", Assert.Throws<DeclarationException>(() => new Any((a, _) => a).Advise(Sightings)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_undirected_graph_and_a_walk_on_it_can_be_parts()
    {
        var random = new Random(3);
        var edges = Enumerable.Range(0, 900).Select(_ => random.Next(Planted.Inputs)).Select(x => new Edge(x, (x + 3 * random.Next(1, 9)) % Planted.Inputs)).ToArray();
        var advice = new Graph().Advise(edges, Sightings, Planted.Ranked(4));
        Assert.Equal([true, true], advice.Parts.Select(part => part.IsRecognisable));
        Assert.All(advice.Candidates, candidate => Assert.NotEmpty(candidate.SingularValues));
        Assert.Equal("Mix.Convex((0.5, near (steps, count 3)), (0.5, values))", advice.Candidates.Single(candidate => candidate.IsDeclared).Formula);
    }

    private static IEnumerable<Sighting> Seen(int seed, Func<int, int> groupOf)
    {
        var random = new Random(seed);
        for (var x = 0; x < Planted.Inputs; x++)
            for (var i = 0; i < 6; i++) yield return new(x, (random.NextDouble() < 0.8 ? groupOf(x) : random.Next(3)) * 20 + random.Next(20));
    }

    private sealed record Sighting(int Input, int Value);

    private sealed record Edge(int From, int To);

    private sealed class Weighed(double weight) : Contexture<int>.From<Sighting, Sighting>
    {
        protected override Definition<int> Define(Events<Sighting> first, Events<Sighting> second) => Mix.Convex<int>(
            (weight, first.Input(s => s.Input).Context(s => s.Value).Named("one")), (1 - weight, second.Input(s => s.Input).Context(s => s.Value).Named("two")));
    }

    private sealed class Any(Func<Context<int, int>, Context<int, int>, Definition<int>> mix) : Contexture<int>.From<Sighting>
    {
        protected override Definition<int> Define(Events<Sighting> first) => mix(
            first.Input(s => s.Input).Context(s => s.Value).Named("one"), first.Where(s => s.Value % 2 == 0).Input(s => s.Input).Context(s => s.Value / 4).Named("two"));
    }

    private sealed class Unnamed : Contexture<int>.From<Sighting>
    {
        protected override Definition<int> Define(Events<Sighting> first) => Mix.Convex<int>(
            first.Where(s => s.Value % 2 == 0).Input(s => s.Input).Context(s => s.Value), first.Where(s => s.Value % 2 == 1).Input(s => s.Input).Context(s => s.Value));
    }

    private sealed class Walked : Contexture<int>.From<Edge>
    {
        protected override Definition<int> Define(Events<Edge> edges)
        {
            var near = edges.Neighbours(e => e.From, e => e.To).Undirected().Named("near");
            return Mix.Convolve(near.Lazy(0.5), then: near);
        }
    }

    private sealed class Graph : Contexture<int>.From<Edge, Sighting>
    {
        protected override Definition<int> Define(Events<Edge> edges, Events<Sighting> sightings) => Mix.Convex<int>(
            edges.Neighbours(e => e.From, e => e.To).Undirected().Steps(3).Named("near"), sightings.Input(s => s.Input).Context(s => s.Value).Named("values"));
    }
}
