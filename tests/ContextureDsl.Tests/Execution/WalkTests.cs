using System.Globalization;

namespace ContextureDsl.Tests.Execution;

/// <summary>Walks beyond their spectrum: new nodes, components that are set aside, files, threads, cancellation, and what they refuse.</summary>
public class WalkTests
{
    private static readonly LearnOptions Exact = new() { Precision = Precision.Double, Tolerance = 1e-12 };

    /// <summary>A connected graph of 60 nodes without symmetry, and a pair of nodes apart from it.</summary>
    private static readonly (int From, int To, double Weight)[] Edges =
    [
        .. Enumerable.Range(0, 60).Select(i => (i, (i + 1) % 60, 1.0 + (i % 7))),
        .. Enumerable.Range(0, 60).Where(i => i % 3 == 0).Select(i => (i, (i * i + 11) % 60, 2.0 + (i % 5))),
        (100, 101, 0.25),
    ];

    private static Learned<int, int> Learn(Func<NeighbourContext<(int From, int To, double Weight), int>, Context<int, int>> walk, int rank = 8, LearnOptions? options = null) =>
        Contexture.Learn(Edges, rows => walk(rows.Neighbours(e => e.From, e => e.To).Weight(e => e.Weight).Undirected()), rank, options ?? Exact);

    [Fact]
    public void The_edges_of_a_node_that_was_there_give_its_vector()
    {
        foreach (var learned in (Learned<int, int>[])[Learn(graph => graph), Learn(graph => graph.Steps(2)), Learn(graph => graph.Steps(5))])
        {
            foreach (var node in learned.Encoder.Known)
            {
                var (seen, exact) = (new double[learned.Rank], new double[learned.Rank]);
                Assert.True(learned.TryEmbedNew(NeighboursOf(node), seen));
                Assert.True(learned.Encoder.TryEmbed(node, exact));
                Vectors.AssertClose(exact, seen, 1e-12);
            }
        }
    }

    /// <summary>A new node cannot have stayed at itself: its law is that of the walk on the condition that a step was taken.</summary>
    [Fact]
    public void A_new_node_is_seen_through_the_steps_after_its_edges()
    {
        const double time = 1.5;
        var learned = Learn(graph => graph.Heat(time));
        foreach (var node in (int[])[0, 7, 33])
        {
            var (seen, exact, right) = (new double[learned.Rank], new double[learned.Rank], new double[learned.Rank]);
            Assert.True(learned.TryEmbedNew(NeighboursOf(node), seen));
            Assert.True(learned.Encoder.TryEmbed(node, exact));
            Assert.True(learned.Variables.TryEmbed(node, right));
            for (var i = 0; i < seen.Length; i++)
            {
                var s = learned.Spectrum.Values[i];
                Assert.Equal(((s * exact[i]) - (Math.Exp(-time) * right[i])) / (1 - Math.Exp(-time)) / s, seen[i], 1e-11);
            }
        }
    }

    /// <summary>Two steps never end at v, where a first step may lead: a new node is seen there all the same, and not with a node where no step ends.</summary>
    [Fact]
    public void A_first_step_may_lead_where_the_walk_never_ends()
    {
        (string From, string To, double Weight)[] edges =
            [("u", "v", 1), ("v", "w", 2), ("v", "x", 1), ("w", "x", 3), ("x", "w", 1), ("x", "y", 2), ("y", "w", 1), ("y", "y", 1), ("t", "y", 1), ("t", "v", 1)];
        var learned = Contexture.Learn(edges, rows => rows.Neighbours(e => e.From, e => e.To).Weight(e => e.Weight).Steps(2), 2, Exact);
        Assert.False(learned.Variables.Contains("v"));
        using var folder = new TemporaryFolder();
        learned.Save(folder["first.contexture"]);
        foreach (var result in (Learned<string, string>[])[learned, Learned.Load<string, string>(folder["first.contexture"])])
        {
            var (seen, exact) = (new double[2], new double[2]);
            foreach (var node in learned.Encoder.Known)
            {
                Assert.True(result.TryEmbedNew([.. edges.Where(edge => edge.From == node).Select(edge => (edge.To, edge.Weight))], seen));
                Assert.True(learned.Encoder.TryEmbed(node, exact));
                Vectors.AssertClose(exact, seen, 1e-12);
                var evidence = edges.Where(edge => edge.From == node).Select(edge => (edge.To, edge.Weight)).ToArray();
                Assert.True(result.TryEmbedNew([Evidence.Weighted<string>(result.Parts[0].Name, evidence)], seen, out var use));
                Assert.Equal(0, use.UnknownValues);
                Vectors.AssertClose(exact, seen, 1e-12);
            }
            Assert.False(result.TryEmbedNew([("u", 1.0)], seen));
        }
    }

    [Contexture(Rank = 3, Precision = Precision.Double, Tolerance = 1e-12)]
    private sealed class Friends(int steps) : Contexture<int, int>.From<(int One, int Other)>
    {
        protected override Context<int, int> Define(Events<(int One, int Other)> edges) => edges.Neighbours(e => e.One, e => e.Other).Undirected().Steps(steps);
    }

    /// <summary>An edge of a new node has another end, which is no new node for that; edges among nodes that were there say their vectors again.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_other_end_of_a_new_edge_is_not_new(int steps)
    {
        (int One, int Other)[] edges = [.. Edges[..^1].Select(edge => (edge.From, edge.To))];
        var learned = new Friends(steps).Learn(edges);

        var fresh = new Friends(steps).EmbedNew(learned, [(200, 3), (5, 200), (201, 202)]);

        Assert.Equal([200], fresh.Known);
        Assert.Equal([201, 202], fresh.Unknown);
        Assert.Equal(1, fresh.KnownShare(200));
        var again = new Friends(steps).EmbedNew(learned, [.. edges, (200, 3)]);
        Assert.Equal(61, again.Known.Count());
        Assert.InRange(again.KnownShare(3), 0.5, 0.999);
        Vectors.AssertClose([.. learned.Encoder[7].ToArray().Select(value => (double)value)], [.. again[7].Select(value => (double)value)], 1e-6);
    }

    [Fact]
    public void A_file_keeps_signs_walks_and_what_new_nodes_need()
    {
        using var folder = new TemporaryFolder();
        var path = folder["walk.contexture"];
        var learned = Learn(graph => graph.Lazy(0.2).Steps(3));
        learned.Save(path);
        var loaded = Learned.Load<int, int>(path);
        Assert.Equal(learned.Spectrum.SignedValues, loaded.Spectrum.SignedValues);
        Assert.Null(loaded.Spectrum.TotalChiSquared);
        Assert.Null(loaded.Spectrum.ExplainedShare);
        Assert.Equal(learned.Parts, loaded.Parts);
        Assert.Equal("lazy, stay 0.2; steps, count 3", loaded.Parts[0].Walk);
        var (one, other) = (new double[learned.Rank], new double[learned.Rank]);
        Assert.True(learned.TryEmbedNew(NeighboursOf(5), one));
        Assert.True(loaded.TryEmbedNew(NeighboursOf(5), other));
        Assert.Equal(one, other);
        Assert.True(learned.At(3).TryEmbedNew(NeighboursOf(5), other));
        Assert.Equal(one.Take(3), other.Take(3));
        Assert.Equal(learned.Spectrum.SignedValues!.Take(3), learned.At(3).Spectrum.SignedValues);
    }

    /// <summary>The graph without the pair that hangs with nothing, and the whole graph with it set aside, are one and the same.</summary>
    [Fact]
    public void Tiny_components_of_the_graph_are_set_aside()
    {
        foreach (var walk in (Func<Context<int, int>, Context<int, int>>[])[graph => graph, graph => graph.Lazy(), graph => graph.Steps(2), graph => graph.Heat(2)])
        {
            var all = Learn(walk);
            Assert.Equal(2, all.SetAside.Inputs);
            Assert.False(all.Encoder.Contains(100));
            var without = Contexture.Learn(Edges[..^1], rows => walk(rows.Neighbours(e => e.From, e => e.To).Weight(e => e.Weight).Undirected()), 8, Exact);
            Vectors.AssertClose(without.Spectrum.Values, all.Spectrum.Values, 1e-12);
            Assert.InRange(Vectors.Misfit(without.Encoder, all.Encoder), 0, 1e-9);
            Assert.Equal(without.Spectrum.SignedValues!.Select(Math.Sign), all.Spectrum.SignedValues!.Select(Math.Sign));
        }
        var kept = Learn(graph => graph.Steps(2), options: Exact with { RarePairs = RarePairs.Keep });
        Assert.Equal(62, kept.Encoder.Count);
        Assert.Throws<RarePairsException>(() => Learn(graph => graph.Steps(2), options: Exact with { RarePairs = RarePairs.Reject }));
    }

    /// <summary>Two steps on a bipartite graph stay on a side, so each side is a component; the lighter side of a mix's P_X cannot be left out, because the walk passes through it.</summary>
    [Fact]
    public void A_side_that_the_walk_passes_through_is_not_set_aside()
    {
        (string From, string To)[] star = [.. Enumerable.Range(0, 400).Select(i => ("hub", $"leaf{i}"))];
        (string Node, string What)[] facts = [.. Enumerable.Range(0, 400).Select(i => ($"leaf{i}", i % 2 == 0 ? "even" : "odd"))];
        var learned = Contexture.Learn(star, facts, (edges, rows) => Mix.Convex(
            (0.001, edges.Neighbours(e => e.From, e => e.To).Undirected().Steps(2)), (0.999, rows.Input(f => f.Node).Context(f => f.What))), 2, Exact);
        Assert.True(learned.Encoder.Contains("hub"));
        Assert.Equal(0, learned.SetAside.Components);
    }

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void The_bits_do_not_depend_on_the_number_of_threads(Precision precision)
    {
        var edges = Enumerable.Range(0, 9000).Select(i => (From: i, To: (i + 1) % 9000)).Concat(Enumerable.Range(0, 30000).Select(i => (From: i % 9000, To: (int)((i * 7919L * (1 + (i % 13))) % 9000)))).ToArray();
        var results = ((int[])[1, 2, 5]).Select(threads => Contexture.Learn(
            edges, rows => rows.Neighbours(e => e.From, e => e.To).Undirected().Heat(2), 6, new() { Threads = threads, Precision = precision, Tolerance = 1e-4 })).ToArray();
        foreach (var other in results[1..])
        {
            Assert.Equal(Vectors.Bits(results[0]), Vectors.Bits(other));
            var (one, two) = (new double[6], new double[6]);
            Assert.True(results[0].TryEmbedNew([(1, 1.0), (5, 2.0)], one));
            Assert.True(other.TryEmbedNew([(1, 1.0), (5, 2.0)], two));
            Assert.Equal(one, two);
        }
    }

    [Fact]
    public void A_long_walk_stops_when_it_is_told_to()
    {
        using var source = new CancellationTokenSource();
        var edges = Enumerable.Range(0, 3000).Select(i => (From: i, To: (i + 1) % 3000)).ToArray();
        var progress = new Recorded(value => { if (value.Stage == "decomposing") source.Cancel(); });
        Assert.ThrowsAny<OperationCanceledException>(() => Contexture.Learn(
            edges, rows => rows.Neighbours(e => e.From, e => e.To).Undirected().Heat(50), 20, Exact, progress, source.Token));
    }

    [Fact]
    public void A_node_without_a_way_on_is_named()
    {
        (string From, string To)[] edges = [("a", "b"), ("b", "c"), ("a", "d")];
        var error = Assert.Throws<WalkException>(() => Contexture.Learn(edges, rows => rows.Neighbours(e => e.From, e => e.To).Steps(2)));
        Assert.Contains("the node c", error.Message, StringComparison.Ordinal);
        Assert.Contains("1 other", error.Message, StringComparison.Ordinal);
        Assert.Contains("Undirected", error.Message, StringComparison.Ordinal);
        Assert.Throws<WalkException>(() => Contexture.Learn(edges, rows => rows.Neighbours(e => e.From, e => e.To).Heat(1)));

        // One step may end anywhere.
        Assert.Equal(2, Contexture.Learn(edges, rows => rows.Neighbours(e => e.From, e => e.To).Lazy(0.5)).Encoder.Count);
    }

    [Fact]
    public void A_walk_that_all_but_never_ends_somewhere_is_refused()
    {
        (string From, string To, double Weight)[] edges = [("a", "b", 1), ("b", "a", 1), ("a", "c", 1e-50), ("c", "d", 1e-50), ("d", "c", 1e-50), ("c", "a", 1), ("d", "e", 1e-55), ("e", "a", 1)];
        var error = Assert.Throws<WalkException>(() => Contexture.Learn(edges, rows => rows.Neighbours(e => e.From, e => e.To).Weight(e => e.Weight).Steps(3)));
        Assert.Contains("too small to divide by", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_weight_is_finite_and_not_negative(double weight)
    {
        (int From, int To, double Weight)[] edges = [(0, 1, 1), (1, 2, weight)];
        var error = Assert.Throws<InvalidWeightException>(() => Contexture.Learn(edges, rows => rows.Neighbours(e => e.From, e => e.To).Weight(e => e.Weight)));
        Assert.Contains("vent 1", error.Message, StringComparison.Ordinal);
        Assert.Contains(weight.ToString(CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_node_is_not_null()
    {
        (string From, string? To)[] edges = [("a", "b"), ("b", null)];
        var error = Assert.Throws<NullKeyException>(() => Contexture.Learn(edges, rows => rows.Neighbours(e => e.From, e => e.To!)));
        Assert.Contains("Event 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_parameters_are_refused_where_they_are_declared()
    {
        Assert.Throws<DeclarationException>(() => Learn(graph => graph.Lazy(1.5)));
        Assert.Throws<DeclarationException>(() => Learn(graph => graph.Steps(0)));
        Assert.Throws<DeclarationException>(() => Learn(graph => graph.Heat(-1)));
        Assert.Throws<DeclarationException>(() => Learn(graph => graph.Heat(double.NaN)));
        Assert.Throws<DeclarationException>(() => Learn(graph => graph.Steps(5000).Steps(5000)));
        Assert.Throws<DeclarationException>(() => Learn(graph => graph.MinimumCount(0)));
        Assert.Throws<DeclarationException>(() => Learn(graph => graph.Duplicates((Duplicates)77)));
    }

    [Fact]
    public void The_text_of_a_declaration_says_the_walk()
    {
        var declared = Learn(graph => graph.Named("friends").Lazy(0.25).Steps(3)).Declaration;
        Assert.StartsWith("walk: lazy, stay 0.25; steps, count 3", declared, StringComparison.Ordinal);
        Assert.Contains("\n  neighbours, counted", declared, StringComparison.Ordinal);
        Assert.Contains("population by degree", declared, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_contexts_from_inputs_to_inputs_walk_too()
    {
        string[][] texts = [["a", "b", "c"], ["b", "c", "d"], ["d", "a"]];
        var learned = Contexture.Learn(texts, rows => rows.InputMany(text => text).ContextMany(text => text).Steps(2), options: Exact);
        Assert.NotNull(learned.Spectrum.SignedValues);
        Assert.All(learned.Spectrum.SignedValues, value => Assert.InRange(value, 0, 1));
    }

    private static (int Value, double Weight)[] NeighboursOf(int node) =>
        [.. Edges.Where(edge => edge.From == node).Select(edge => (edge.To, edge.Weight)), .. Edges.Where(edge => edge.To == node && edge.From != node).Select(edge => (edge.From, edge.Weight))];
}
