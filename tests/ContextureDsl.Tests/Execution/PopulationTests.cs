using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Tests.Execution;

/// <summary>P_X as declared, from rows to the result: what does not depend on how often an input was seen, signs of graphs, walks, operators, and the report of the overlap.</summary>
public sealed class PopulationTests : IDisposable
{
    private const double Tolerance = 1e-10;

    private static readonly LearnOptions Exact = new() { Precision = Precision.Double, Tolerance = 1e-12, RarePairs = RarePairs.Keep };
    private static readonly LearnOptions Even = Exact with { Population = Population.Uniform };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Uniform_does_not_mind_how_often_an_input_was_seen()
    {
        var rows = Rows.Table(7, 6);
        var repeated = rows.SelectMany(row => Enumerable.Repeat(row, 1 + (row.Product![1] - '0'))).ToArray();
        Learned<string, string> Learn(Sale[] sales, LearnOptions options) => Contexture.Learn(sales, s => s.Input(x => x.Product!).Context(x => x.Basket!), options: options);
        var (once, often) = (Learn(rows, Even), Learn(repeated, Even));
        Vectors.AssertClose(once.Spectrum.Values, often.Spectrum.Values, Tolerance);
        Assert.InRange(Vectors.Misfit(once.Encoder, often.Encoder), 0, 1e-9);
        Assert.All(once.Encoder.Known, product => Assert.Equal(1.0 / 7, often.Encoder.Marginal(product)));
        Assert.Equal(new Overlap(7, 7, 0), once.Overlap);
        Assert.True(Math.Abs(Learn(repeated, Exact).Spectrum.Values[0] - Learn(rows, Exact).Spectrum.Values[0]) > 1e-4);
        foreach (var population in (Population[])[Population.First, Population.Events])
            Assert.Equal(Vectors.Bits(Learn(rows, Exact)), Vectors.Bits(Learn(rows, Exact with { Population = population })));
    }

    /// <summary>Symmetric counts are a self-adjoint T under the degree; under another P_X only where all degrees are equal.</summary>
    [Fact]
    public void Signs_are_said_only_where_the_reweighted_table_is_symmetric()
    {
        var cycle = Enumerable.Range(0, 5).Select(i => (From: i, To: (i + 1) % 5, Weight: 1.0)).ToArray();
        Assert.Equal(Undirected(cycle, Exact).Spectrum.SignedValues!, Undirected(cycle, Even).Spectrum.SignedValues!);
        Assert.NotNull(Undirected(cycle[..4], Exact).Spectrum.SignedValues);
        Assert.Null(Undirected(cycle[..4], Even).Spectrum.SignedValues);
        Assert.Null(Undirected(cycle[..4], Even, steps: 3).Spectrum.SignedValues);

        // A complete graph whose rows are weighed: no symmetric counts, but a symmetric law of the next node.
        var complete = from x in Enumerable.Range(0, 3) from a in Enumerable.Range(0, 3) where a != x select (From: x, To: a, Weight: x + 1.0);
        Learned<int, int> Directed(LearnOptions options) => Contexture.Learn(complete, e => e.Neighbours(x => x.From, x => x.To).Weight(x => x.Weight), options: options);
        Assert.Null(Directed(Exact).Spectrum.SignedValues);
        Vectors.AssertClose([-0.5, -0.5], Directed(Even).Spectrum.SignedValues!, Tolerance);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_walk_starts_where_P_X_says(int steps)
    {
        var edges = new[] { (0, 1), (0, 2), (0, 3), (1, 2), (3, 4), (4, 4) }.Select((edge, i) => (From: edge.Item1, To: edge.Item2, Weight: 1.0 + i)).ToArray();
        var learned = Undirected(edges, Even, steps);
        var weights = Matrix<double>.Build.Dense(5, 5);
        foreach (var (from, to, weight) in edges) weights[from, to] = weights[to, from] = weight;
        var step = Matrix<double>.Build.Dense(5, 5, (x, a) => weights[x, a] / weights.Row(x).Sum());
        var law = step.Power(steps);
        Vectors.AssertClose(Values(law)[..learned.Rank], learned.Spectrum.Values, Tolerance);
        for (var a = 0; a < 5; a++) Assert.Equal(law.Column(a).Sum() / 5, learned.Variables.Marginal(a), Tolerance);
        Assert.All(learned.Encoder.Known, node => Assert.Equal(0.2, learned.Encoder.Marginal(node)));
    }

    [Fact]
    public void A_walk_of_several_steps_loses_no_node()
    {
        (int From, int To)[] edges = [(0, 1), (1, 2), (2, 3), (3, 0), (3, 5)];
        Item[] items = [new("0", 0), new("1", 1), new("2", 1), new("3", 2), new("9", 3)];
        Learned<string> Learn(int steps, LearnOptions options) => Contexture.Learn(edges, items, (e, i) =>
        {
            var graph = e.Neighbours(x => $"{x.From}", x => $"{x.To}").Undirected();
            return Mix.Convex((1, i.Input(x => x.Product).Context(x => x.Genre)), (1, steps > 1 ? graph.Steps(steps) : graph));
        }, options: options);
        foreach (var options in (LearnOptions[])[Exact with { Unseen = Unseen.Drop }, Exact with { Population = Population.First }])
        {
            // One step: node 5 is no input any more, and still a neighbour of 3.
            var one = Learn(1, options);
            Assert.False(one.Encoder.Contains("5"));
            Assert.Equal(5, one.Parts[1].Variables);
            var error = Assert.Throws<WalkException>(() => Learn(2, options));
            Assert.StartsWith("The walk (steps, count 2) passes through 1 input (5) that would be left out because another part of the mix never saw them (Unseen.Drop, Population.First).", error.Message, StringComparison.Ordinal);
            Assert.EndsWith("leave the edges of those nodes out with Where, or take one step only.", error.Message, StringComparison.Ordinal);
        }
        // The other part may lose inputs: the numbers of the nodes change with them.
        (int From, int To)[] inner = edges[..4];
        var whole = Contexture.Learn(inner, items[..4], Declared, options: Exact with { Population = Population.Uniform });
        var dropped = Contexture.Learn(inner, [items[4], .. items[..4]], Declared, options: Exact with { Population = Population.Uniform, Unseen = Unseen.Drop });
        Assert.Equal(new Overlap(5, 4, 1), dropped.Overlap);
        Vectors.AssertClose(whole.Spectrum.Values, dropped.Spectrum.Values, Tolerance);
        foreach (var x in whole.Encoder.Known)
            foreach (var y in whole.Encoder.Known) Assert.Equal(Vectors.Kernel(whole, x, y), Vectors.Kernel(dropped, x, y), 1e-9);

        static Definition<string> Declared(Events<(int From, int To)> e, Events<Item> i) =>
            Mix.Convex((1, i.Input(x => x.Product).Context(x => x.Genre)), (1, e.Neighbours(x => $"{x.From}", x => $"{x.To}").Undirected().Steps(2)));
    }

    /// <summary>An operator needs its own P_X, which is even: that is what Uniform gives it beside parts that count.</summary>
    [Fact]
    public void An_operator_stands_beside_counts_under_Uniform()
    {
        var random = new Random(5);
        var told = Enumerable.Range(0, 12).Select(i => (Name: $"p{i}", Output: new[] { random.NextDouble(), random.NextDouble() })).ToArray();
        var sales = Rows.Table(12, 5).Select(row => (row.Product, row.Basket)).ToArray();
        Learned<string> Learn(IEnumerable<(string? Product, string? Basket)> rows, LearnOptions options) => Contexture.Learn(told, rows, (t, s) => Mix.Convex<string>(
            (0.5, t.Input(x => x.Name).Teacher(x => x.Output)), (0.5, s.Input(x => x.Product!).Context(x => x.Basket!))), options: options);
        var alone = Contexture.Learn(told, t => t.Input(x => x.Name).Teacher(x => x.Output), options: Exact);
        var counted = Contexture.Learn(sales, s => s.Input(x => x.Product!).Context(x => x.Basket!), options: Even);
        var mixed = Learn(sales, Even);
        Assert.All(mixed.Spectrum.Values, value => Assert.InRange(value, 0, 1));
        foreach (var x in mixed.Encoder.Known.Take(4))
            foreach (var y in mixed.Encoder.Known) Assert.Equal(0.5 * Vectors.Kernel(alone, x, y) + 0.5 * Vectors.Kernel(counted, x, y), Vectors.Kernel(mixed, x, y), 1e-9);
        // The operator's own law is the first part's.
        Vectors.AssertClose(mixed.Spectrum.Values, Learn(sales, Exact with { Population = Population.First }).Spectrum.Values, Tolerance);

        foreach (var population in (Population[])[Population.Mixture, Population.Events])
        {
            var uneven = Assert.Throws<DeclarationException>(() => Learn(sales, Exact with { Population = population }));
            Assert.StartsWith("Part 1 of 2 is an operator (Teacher, Target), which gives the input p0 the probability", uneven.Message, StringComparison.Ordinal);
            Assert.Contains($"(Population.{population})", uneven.Message, StringComparison.Ordinal);
            Assert.Contains("Declare Population.Uniform, which gives all inputs the same", uneven.Message, StringComparison.Ordinal);
        }
        var lost = Assert.Throws<DeclarationException>(() => Learn(sales.Where(sale => sale.Product != "p3"), Even with { Unseen = Unseen.Drop }));
        Assert.StartsWith("Part 1 of the mix is an operator (Teacher, Target), and 1 input (p3) of it would be left out because another part never saw them", lost.Message, StringComparison.Ordinal);
        Assert.Contains("Declare Unseen.Independent", lost.Message, StringComparison.Ordinal);
        Assert.Equal(new Overlap(12, 11, 0), Learn(sales.Where(sale => sale.Product != "p3"), Even).Overlap);
    }

    [Fact]
    public void The_overlap_is_in_the_result_and_in_its_file()
    {
        Item[] items = [new("p0", 0), new("p0", 1), new("p1", 1), new("p2", 0), new("elsewhere", 0)];
        (string Product, string Basket)[] sales = [("p0", "a"), ("p0", "b"), ("p1", "b"), ("p2", "a"), ("p2", "a"), ("p3", "a"), ("p4", "c")];
        Learned<string> Learn(Population population, Unseen unseen) => Contexture.Learn(sales, items, (s, i) => Mix.Convex<string>(
            (0.75, s.Input(x => x.Product).Context(x => x.Basket).Named("basket")), (0.25, i.Input(x => x.Product).Context(x => x.Genre).Named("genre"))), options: Exact with { Population = population, Unseen = unseen });
        foreach (var (population, unseen, inputs, overlap) in ((Population, Unseen, string[], Overlap)[])[
            (Population.Mixture, Unseen.Independent, ["p0", "p1", "p2", "p3", "p4", "elsewhere"], new(6, 3, 0)),
            (Population.First, Unseen.Independent, ["p0", "p1", "p2", "p3", "p4"], new(6, 3, 1)),
            (Population.Uniform, Unseen.Drop, ["p0", "p1", "p2"], new(6, 3, 3))])
        {
            var learned = Learn(population, unseen);
            Assert.Equal(inputs, learned.Encoder.Known);
            Assert.Equal(overlap, learned.Overlap);
            Assert.Equal(overlap, learned.At(1).With(Embedding.Scaled).Overlap);
            learned.Save(folder["a"]);
            Assert.Equal(overlap, Learned.Load<string>(folder["a"]).Overlap);
        }
        // Basket c was seen with p4 only, so that it goes with it.
        Assert.Equal(["a", "b"], Learn(Population.Uniform, Unseen.Drop).Variables<string>("basket").Known);
        Assert.Equal(2 / 7.0, Learn(Population.First, Unseen.Independent).Encoder.Marginal("p0"), 1e-15);
        Assert.Equal(4 / 12.0, Learn(Population.Events, Unseen.Independent).Encoder.Marginal("p0"), 1e-15);
        var rank = Assert.Throws<RankException>(() => Contexture.Learn(sales, items, (s, i) => Mix.Convex<string>(
            s.Input(x => x.Product).Context(x => x.Basket), i.Input(x => x.Product).Context(x => x.Genre)), 5, Exact with { Unseen = Unseen.Drop }));
        Assert.Contains("after the constant one, once 3 of 6 inputs that not every part saw were left out", rank.Message, StringComparison.Ordinal);
    }

    private static Learned<int, int> Undirected(IEnumerable<(int From, int To, double Weight)> edges, LearnOptions options, int steps = 1) =>
        Contexture.Learn(edges, e => steps > 1 ? Graph(e).Steps(steps) : Graph(e), options: options);

    private static NeighbourContext<(int From, int To, double Weight), int> Graph(Events<(int From, int To, double Weight)> e) =>
        e.Neighbours(x => x.From, x => x.To).Weight(x => x.Weight).Undirected();

    /// <summary>The singular values of a law under a uniform P_X, the constant excluded.</summary>
    private static double[] Values(Matrix<double> law)
    {
        var q = law.ColumnSums() / law.RowCount;
        return [.. Matrix<double>.Build.Dense(law.RowCount, law.ColumnCount, (x, a) => (law[x, a] / Math.Sqrt(q[a]) - Math.Sqrt(q[a])) / Math.Sqrt(law.RowCount)).Svd(computeVectors: false).S];
    }
}
