using ContextureDsl.Conformance.Kinds;
using ContextureDsl.Conformance.Oracle;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Conformance.Graphs;

/// <summary>Graphs and walks, interpreted and compiled, against dense matrices, on random graphs and parameters.</summary>
public sealed class GraphOracleTests
{
    private const double Tolerance = 1e-10;

    private static readonly Gen<Edge[]> Edges = Gen.Select(
        Gen.Int[0, 7], Gen.Int[0, 7], Gen.OneOf(Gen.Const(0.0), Gen.Double[0.1, 9]), (from, to, weight) => new Edge($"n{from}", $"n{to}", weight)).Array[1, 40];

    [Fact]
    public void AGraphIsWhatTheTheorySays() => Edges.Sample(edges =>
        AssertEqual(new Graph.Directed(), options => new Graph.Directed().Learn(edges, options), (1, NaiveGraph.Pairs(edges, weighted: true, undirected: false))));

    [Fact]
    public void AnUndirectedGraphIsWhatTheTheorySays() => Gen.Select(Edges, Gen.Bool, Gen.Int[1, 3]).Sample((edges, once, least) =>
    {
        var duplicates = once ? Duplicates.Once : Duplicates.Sum;
        AssertEqual(
            new Graph.Undirected(duplicates, least), options => new Graph.Undirected(duplicates, least).Learn(edges, options),
            (1, NaiveGraph.Pairs(edges, weighted: false, undirected: true, duplicates, least)));
    });

    [Fact]
    public void ALazyWalkIsWhatTheTheorySays() => Gen.Select(Edges, Gen.OneOf(Gen.Double[0.001, 1], Gen.Const(1.0), Gen.Const(0.0))).Sample((edges, stay) =>
        AssertEqual(
            new Graph.Lazy(stay), options => new Graph.Lazy(stay).Learn(edges, options),
            (1, NaiveGraph.Walk(NaiveGraph.Pairs(edges, weighted: true, undirected: false), law => NaiveGraph.Lazy(law, stay)))));

    [Fact]
    public void SeveralStepsAreAPower() => Gen.Select(Edges, Gen.Int[1, 6]).Sample((edges, count) =>
        AssertEqual(
            new Graph.Stepwise(count), options => new Graph.Stepwise(count).Learn(edges, options),
            (1, NaiveGraph.Walk(NaiveGraph.Pairs(edges, weighted: true, undirected: true), law => law.Power(count)))));

    [Fact]
    public void HeatOnADirectedGraphIsTheExponential() => Gen.Select(Edges, Gen.Double[0.01, 12]).Sample((edges, time) =>
    {
        var step = NaiveGraph.Pairs(edges, weighted: false, undirected: false);
        if (NaiveGraph.LeadsOn(step))
            AssertEqual(new Graph.Warm(time), options => new Graph.Warm(time).Learn(edges, options), (1, NaiveGraph.Walk(step, law => NaiveGraph.Heat(law, time))));
        else
            Assert.Throws<WalkException>(() => new Graph.Warm(time).Learn(edges));
    });

    /// <summary>The rows of one node, read as new ones, give the vector that it has: its edges are its first step.</summary>
    [Fact]
    public void RowsOfANodeGiveItsVector() => Gen.Select(Edges, Gen.Int[1, 4]).Sample((edges, count) =>
    {
        var pairs = NaiveGraph.Pairs(edges, weighted: true, undirected: true);
        if (pairs.Count == 0 || DenseOracle.Available(pairs) < 1) return;
        var declaration = new Graph.Stepwise(count);
        var learned = declaration.Learn(edges);
        foreach (var node in learned.Encoder.Known)
        {
            var embedded = declaration.EmbedNew(learned, edges.Where(edge => edge.From == node || edge.To == node));
            var (exact, seen) = (new double[learned.Rank], new double[learned.Rank]);
            Assert.True(learned.Encoder.TryEmbed(node, exact));
            Assert.True(embedded.TryEmbed(node, seen));
            // Errors of rounding are divided by s.
            for (var i = 0; i < exact.Length; i++)
                if (learned.Spectrum.Values[i] > 1e-2) Assert.Equal(exact[i], seen[i], 1e-10);
        }
    });

    [Fact]
    public void WalksMixWithOtherParts() => Gen.Select(Edges, Edges, Gen.Double[0.1, 3], Gen.Double[0.1, 3], Gen.Double[0.1, 3]).Sample((now, before, u, v, w) =>
        AssertEqual(
            new Graph.Mixed(u, v, w), options => new Graph.Mixed(u, v, w).Learn(now, before, options),
            (u, NaiveGraph.Walk(NaiveGraph.Pairs(now, weighted: false, undirected: true), law => NaiveGraph.Lazy(law, 0.3).Power(3))),
            (v, NaiveGraph.Walk(NaiveGraph.Pairs(before, weighted: false, undirected: true), law => NaiveGraph.Heat(law, 0.7))),
            (w, NaiveGraph.Pairs(before, weighted: true, undirected: false))));

    /// <summary>Emitted code and interpreter give the same bits, or the same error, and both are what the oracle says: values with multiplicity, components, and functions that belong to the values.</summary>
    private static void AssertEqual(DeclaredContexture<string> declaration, Func<LearnOptions, Learned<string>> learn, params (double Share, IReadOnlyList<NaivePair> Pairs)[] parts)
    {
        Assert.True(declaration.Compilation.Whole, declaration.Compilation.ToString());
        var available = parts.Any(part => part.Pairs.Count == 0) ? 0 : DenseOracle.Available([.. parts.Select(part => part.Pairs)]);
        if (available < 1)
        {
            foreach (var interpreted in new[] { false, true }) Assert.ThrowsAny<ContextureException>(() => learn(new() { Interpreted = interpreted }));
            return;
        }
        var learned = KindCheck.SameBits(declaration, learn);
        AssertEqual(DenseOracle.Of(parts), available, learned);
        AssertSigned(parts, learned.Spectrum);
    }

    private static void AssertEqual(DenseOracle oracle, int available, Learned<string> learned)
    {
        var values = learned.Spectrum.Values;
        Assert.Equal(Math.Min(64, available), values.Count);
        for (var i = 0; i < values.Count; i++) Assert.Equal(oracle.Values[i], values[i], Tolerance);
        Assert.Equal(1 + oracle.Values.Count(s => s > 1 - 1e-9), learned.Spectrum.Components + values.Skip(learned.Spectrum.Components - 1).Count(s => s > 1 - 1e-9));
        if (learned.Spectrum.TotalChiSquared is { } total) Assert.Equal(oracle.Values.Sum(s => s * s), total, 1e-9);
        var u = Matrix<double>.Build.Dense(oracle.Inputs.Count, values.Count);
        var point = new double[values.Count];
        for (var x = 0; x < oracle.Inputs.Count; x++)
        {
            Assert.True(learned.Encoder.TryEmbed(oracle.Inputs[x], point));
            for (var i = 0; i < point.Length; i++) u[x, i] = point[i] * Math.Sqrt(oracle.Marginal[x]);
        }
        Assert.True((u.TransposeThisAndMultiply(u) - Matrix<double>.Build.DenseIdentity(u.ColumnCount)).FrobeniusNorm() < 1e-9, "The functions are not orthonormal under P_X.");
        var squares = Matrix<double>.Build.DenseOfDiagonalArray([.. values.Select(s => s * s)]);
        Assert.True((oracle.Deflated * oracle.Deflated.TransposeThisAndMultiply(u) - (u * squares)).FrobeniusNorm() < 1e-9, "The functions do not belong to the values.");
    }

    /// <summary>Signs are given for one context whose joint law is symmetric, and are those of the eigenvalues other than that of the constant.</summary>
    private static void AssertSigned((double Share, IReadOnlyList<NaivePair> Pairs)[] parts, Spectrum spectrum)
    {
        var pairs = parts[0].Pairs;
        var nodes = pairs.Select(pair => pair.X).Distinct().ToList();
        var joint = pairs.ToDictionary(pair => (pair.X, pair.A), pair => pair.Weight);
        if (parts.Length > 1 || !joint.All(pair => Math.Abs(joint.GetValueOrDefault((pair.Key.A, pair.Key.X)) - pair.Value) < 1e-9 * pair.Value))
        {
            Assert.Null(spectrum.SignedValues);
            return;
        }
        var weights = Matrix<double>.Build.Dense(nodes.Count, nodes.Count, (x, a) => joint.GetValueOrDefault((nodes[x], nodes[a])));
        var roots = weights.RowSums().PointwiseSqrt();
        var law = Matrix<double>.Build.Dense(nodes.Count, nodes.Count, (x, a) => (weights[x, a] + weights[a, x]) / 2 / (roots[x] * roots[a]));
        var expected = law.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).Order().SkipLast(1).ToArray();
        var signed = Assert.IsAssignableFrom<IReadOnlyList<double>>(spectrum.SignedValues).Order().ToArray();
        Assert.Equal(expected.Length, signed.Length);
        for (var i = 0; i < signed.Length; i++) Assert.Equal(expected[i], signed[i], Tolerance);
        for (var i = 0; i < signed.Length; i++) Assert.Equal(spectrum.Values[i], Math.Abs(spectrum.SignedValues![i]));
    }
}
