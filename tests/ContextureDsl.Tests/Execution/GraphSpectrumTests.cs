using ContextureDsl.Tests.Spectral;

namespace ContextureDsl.Tests.Execution;

/// <summary>Graphs whose eigenvalues are known in closed form, through the fluent form.</summary>
public class GraphSpectrumTests
{
    private const double Tolerance = 1e-10;

    private static readonly LearnOptions Exact = new() { Precision = Precision.Double, Tolerance = 1e-12, RarePairs = RarePairs.Keep };

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(400)]
    public void A_cycle_has_cosines(int n)
    {
        var learned = Learn(Cycle(n), graph => graph);
        AssertSigned([.. Enumerable.Range(1, n - 1).Select(k => Math.Cos(2 * Math.PI * k / n))], learned);
        Assert.Equal(n % 2 == 0 ? 2 : 1, learned.Spectrum.Components);
    }

    /// <summary>The graphs of the fixture file, their cells as weighted edges in both directions.</summary>
    [Fact]
    public void Graphs_of_the_fixtures_have_their_signed_eigenvalues()
    {
        var graphs = TheoryCases.WithMatrix().Where(item => item.TryGetProperty("signed_eigenvalues", out _)).ToArray();
        Assert.True(graphs.Length > 10, "The fixtures of graphs are missing.");
        foreach (var graph in graphs)
        {
            var joint = TheoryCases.Matrix(graph.GetProperty("P"));
            var edges = from x in Enumerable.Range(0, joint.GetLength(0)) from a in Enumerable.Range(0, joint.GetLength(1)) select (From: x, To: a, Weight: joint[x, a]);
            var learned = Contexture.Learn(edges, rows => rows.Neighbours(e => e.From, e => e.To).Weight(e => e.Weight), options: Exact);
            AssertSigned([.. TheoryCases.Numbers(graph.GetProperty("signed_eigenvalues")).OrderDescending().Skip(1)], learned);
            Assert.Equal(graph.GetProperty("chi2").GetDouble(), learned.Spectrum.TotalChiSquared!.Value, Tolerance);
        }
    }

    /// <summary>The trap of signs: the singular embedding in two dimensions of a cycle of 8 starts with the sides of its bipartition, the Laplacian one has two cosines of .7071.</summary>
    [Fact]
    public void An_even_cycle_shows_both_signs()
    {
        var signed = Learn(Cycle(8), graph => graph).Spectrum.SignedValues!;
        var root = Math.Sqrt(0.5);
        double[] expected = [-1, root, root, -root, -root, 0, 0];
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], signed[i], Tolerance);
        var lazy = Learn(Cycle(8), graph => graph.Lazy(0.5));
        for (var i = 0; i < 2; i++) Assert.Equal((1 + root) / 2, lazy.Spectrum.SignedValues![i], Tolerance);
        Assert.Equal(1, lazy.Spectrum.Components);
    }

    [Fact]
    public void A_lazy_cycle_has_no_negative_value()
    {
        var learned = Learn(Cycle(8), graph => graph.Lazy(0.5));
        AssertSigned([.. Enumerable.Range(1, 7).Select(k => (1 + Math.Cos(2 * Math.PI * k / 8)) / 2)], learned);
        Assert.Equal(learned.Spectrum.Values.Sum(s => s * s), learned.Spectrum.TotalChiSquared!.Value, 1e-12);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(20)]
    public void A_complete_graph_is_negative(int n) => AssertSigned([.. Enumerable.Repeat(-1.0 / (n - 1), n - 1)], Learn(Complete(n), graph => graph));

    [Theory]
    [InlineData(4)]
    [InlineData(9)]
    public void A_path_has_cosines_of_half_the_angle(int n)
    {
        var path = Enumerable.Range(0, n - 1).Select(i => (i, i + 1, 1.0));
        AssertSigned([.. Enumerable.Range(1, n - 1).Select(k => Math.Cos(Math.PI * k / (n - 1)))], Learn(path, graph => graph));
    }

    [Fact]
    public void A_star_is_its_two_sides_and_nothing_else() =>
        AssertSigned([-1, 0, 0, 0, 0], Learn(Enumerable.Range(1, 5).Select(i => (0, i, 1.0)), graph => graph));

    [Fact]
    public void A_hypercube_counts_bits()
    {
        const int bits = 4;
        double[] expected = [.. Enumerable.Range(1, 15).Select(s => 1 - (2.0 * int.PopCount(s) / bits))];
        AssertSigned(expected, Learn(Cube(bits), graph => graph));
        AssertSigned([.. expected.Select(value => value * value)], Learn(Cube(bits), graph => graph.Steps(2)));
    }

    [Fact]
    public void Two_complete_graphs_are_two_components()
    {
        var edges = Complete(3).Concat(Complete(4).Select(edge => (edge.From + 10, edge.To + 10, 1.0))).ToArray();
        foreach (var count in (int[])[1, 2, 3])
        {
            double[] each = [.. Enumerable.Repeat(Math.Pow(-0.5, count), 2), .. Enumerable.Repeat(Math.Pow(-1.0 / 3, count), 3)];
            var learned = Learn(edges, graph => graph.Steps(count));
            AssertSigned([1, .. each], learned);
            Assert.Equal(2, learned.Spectrum.Components);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Steps_are_powers(int count)
    {
        AssertSigned([.. Enumerable.Range(1, 8).Select(k => Math.Pow(Math.Cos(2 * Math.PI * k / 9), count))], Learn(Cycle(9), graph => graph.Steps(count)));
        AssertSigned([.. Enumerable.Range(1, 7).Select(k => Math.Pow(Math.Cos(2 * Math.PI * k / 8), count))], Learn(Cycle(8), graph => graph.Steps(count)));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(25)]
    public void Heat_is_the_exponential(double time) =>
        AssertSigned([.. Enumerable.Range(1, 399).Select(k => Math.Exp(-time * (1 - Math.Cos(2 * Math.PI * k / 400))))], Learn(Cycle(400), graph => graph.Heat(time)));

    [Fact]
    public void Walks_compose_from_the_inside_out()
    {
        double Expected(int k) => Math.Exp(-0.5 * (1 - Math.Pow(0.3 + (0.7 * Math.Cos(2 * Math.PI * k / 7)), 3)));
        AssertSigned([.. Enumerable.Range(1, 6).Select(Expected)], Learn(Cycle(7), graph => graph.Lazy(0.3).Steps(3).Heat(0.5)));
    }

    /// <summary>One step on an even cycle goes from one side to the other, two stay on a side, and a lazy step may do either.</summary>
    [Fact]
    public void Components_are_those_of_the_walk()
    {
        Assert.Equal(2, Learn(Cycle(6), graph => graph.Steps(1)).Spectrum.Components);
        Assert.Equal(2, Learn(Cycle(6), graph => graph.Steps(2)).Spectrum.Components);
        Assert.Equal(2, Learn(Cycle(6), graph => graph.Steps(3)).Spectrum.Components);
        Assert.Equal(1, Learn(Cycle(6), graph => graph.Lazy(0.5).Steps(2)).Spectrum.Components);
        Assert.Equal(1, Learn(Cycle(6), graph => graph.Heat(1)).Spectrum.Components);
        Assert.Equal(1, Learn(Cycle(5), graph => graph.Steps(2)).Spectrum.Components);

        // A directed cycle of six: T is a permutation, every walk of a fixed length one to one.
        var directed = Contexture.Learn(Cycle(6).Select(edge => (edge.From, edge.To)), rows => rows.Neighbours(row => row.From, row => row.To).Steps(2), options: Exact);
        Assert.Equal(6, directed.Spectrum.Components);
        Assert.Null(directed.Spectrum.SignedValues);
    }

    [Fact]
    public void The_law_of_inputs_is_the_degree()
    {
        (int From, int To)[] edges = [(0, 1), (0, 2), (1, 2), (0, 3)];
        var undirected = Contexture.Learn(edges, rows => rows.Neighbours(e => e.From, e => e.To).Undirected(), options: Exact);
        foreach (var (node, degree) in ((int, int)[])[(0, 3), (1, 2), (2, 2), (3, 1)]) Assert.Equal(degree / 8.0, undirected.Encoder.Marginal(node), 1e-15);
        var directed = Contexture.Learn(edges, rows => rows.Neighbours(e => e.From, e => e.To), options: Exact);
        Assert.Equal(0.75, directed.Encoder.Marginal(0), 1e-15);
        Assert.False(directed.Encoder.Contains(3));
        Assert.Contains("population by degree", undirected.Declaration, StringComparison.Ordinal);
        Assert.Contains("undirected", undirected.Declaration, StringComparison.Ordinal);
        Assert.Equal(4, undirected.Parts[0].Summary.Events);
    }

    [Fact]
    public void A_loop_is_its_own_reverse()
    {
        (int From, int To)[] edges = [(0, 0), (0, 1)];
        var learned = Contexture.Learn(edges, rows => rows.Neighbours(e => e.From, e => e.To).Undirected().Duplicates(Duplicates.Reject), options: Exact);
        Assert.Equal(2 / 3.0, learned.Encoder.Marginal(0), 1e-15);
        Assert.Equal(-0.5, Assert.Single(learned.Spectrum.SignedValues!), Tolerance);
    }

    private static Learned<int, int> Learn(IEnumerable<(int From, int To, double Weight)> edges, Func<NeighbourContext<(int From, int To, double Weight), int>, Context<int, int>> declare) =>
        Contexture.Learn(edges, rows => declare(rows.Neighbours(row => row.From, row => row.To).Weight(row => row.Weight).Undirected()), options: Exact);

    /// <summary>The leading values, with multiplicity and sign.</summary>
    private static void AssertSigned(double[] expected, Learned<int, int> learned)
    {
        var ordered = expected.Select(Math.Abs).OrderDescending().ToArray();
        var values = learned.Spectrum.Values;
        Assert.Equal(Math.Min(64, expected.Length), values.Count);
        for (var i = 0; i < values.Count; i++) Assert.Equal(ordered[i], values[i], Tolerance);
        Assert.All(learned.Spectrum.Residuals, residual => Assert.InRange(residual, 0, 1e-12));

        // Every sign that is given is that of an eigenvalue that is left.
        var left = expected.ToList();
        foreach (var value in learned.Spectrum.SignedValues!)
        {
            var found = left.FindIndex(other => Math.Abs(other - value) < Tolerance);
            Assert.True(found >= 0, $"{value:R} is no eigenvalue, or stands there too often.");
            left.RemoveAt(found);
        }
    }

    private static IEnumerable<(int From, int To, double Weight)> Cycle(int n) => Enumerable.Range(0, n).Select(i => (i, (i + 1) % n, 1.0));

    private static IEnumerable<(int From, int To, double Weight)> Complete(int n) => from i in Enumerable.Range(0, n) from j in Enumerable.Range(i + 1, n - i - 1) select (i, j, 1.0);

    private static IEnumerable<(int From, int To, double Weight)> Cube(int bits) =>
        from node in Enumerable.Range(0, 1 << bits) from bit in Enumerable.Range(0, bits) where (node & (1 << bit)) == 0 select (node, node | (1 << bit), 1.0);
}
