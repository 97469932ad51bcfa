using ContextureDsl.Conformance.Oracle;
using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Conformance.Graphs;

/// <summary>The rules of graphs and walks, dense and one sentence each. Shares no code with the library.</summary>
internal static class NaiveGraph
{
    /// <summary>Edges to pairs.</summary>
    public static IReadOnlyList<NaivePair> Pairs(IEnumerable<Edge> edges, bool weighted, bool undirected, Duplicates duplicates = Duplicates.Sum, int least = 1)
    {
        var kept = edges.Where(edge => !weighted || edge.Weight > 0);
        var ways = kept.SelectMany(edge => undirected && edge.From != edge.To ? [edge, new Edge(edge.To, edge.From, edge.Weight)] : new[] { edge }).Select(edge => new NaivePair(edge.From, edge.To, weighted ? edge.Weight : 1)).ToList();
        var rareX = ways.GroupBy(pair => pair.X).Where(group => group.Count() < least).Select(group => group.Key).ToHashSet();
        var rareA = ways.GroupBy(pair => pair.A).Where(group => group.Count() < least).Select(group => group.Key).ToHashSet();
        return ways.GroupBy(pair => (pair.X, pair.A))
            .Where(group => !rareX.Contains(group.Key.X) && !rareA.Contains(group.Key.A))
            .Select(group => new NaivePair(group.Key.X, group.Key.A, duplicates == Duplicates.Sum ? group.Sum(pair => pair.Weight) : group.Max(pair => pair.Weight)))
            .ToList();
    }

    /// <summary>The pairs of the joint law D f(R), with the law of X that one step has.</summary>
    public static IReadOnlyList<NaivePair> Walk(IReadOnlyList<NaivePair> step, Func<Matrix<double>, Matrix<double>> walk)
    {
        var nodes = step.Select(pair => pair.X).Concat(step.Select(pair => pair.A)).Distinct().ToList();
        var weights = Matrix<double>.Build.Dense(nodes.Count, nodes.Count);
        foreach (var pair in step) weights[nodes.IndexOf(pair.X), nodes.IndexOf(pair.A)] += pair.Weight;
        var sums = weights.RowSums();
        // A node without a way on has no row: it is no input, and only walks of one step may come to it.
        var law = walk(Matrix<double>.Build.Dense(nodes.Count, nodes.Count, (x, a) => sums[x] > 0 ? weights[x, a] / sums[x] : 0));
        return (from x in Enumerable.Range(0, nodes.Count)
                where sums[x] > 0
                from a in Enumerable.Range(0, nodes.Count)
                where law[x, a] > 0
                select new NaivePair(nodes[x], nodes[a], sums[x] * law[x, a])).ToList();
    }

    /// <summary>(1 − stay) R + stay I.</summary>
    public static Matrix<double> Lazy(Matrix<double> law, double stay) => (1 - stay) * law + stay * Matrix<double>.Build.DenseIdentity(law.RowCount);

    /// <summary>e^{−t(I − R)} by its series, the terms of which are positive.</summary>
    public static Matrix<double> Heat(Matrix<double> law, double time)
    {
        var term = Math.Exp(-time) * Matrix<double>.Build.DenseIdentity(law.RowCount);
        var sum = term.Clone();
        for (var k = 1; k < 200; k++)
        {
            term = time / k * (term * law);
            sum += term;
        }
        return sum;
    }

    /// <summary>Whether every end of an edge is also a start.</summary>
    public static bool LeadsOn(IReadOnlyList<NaivePair> pairs) => pairs.All(pair => pairs.Any(other => other.X == pair.A));
}
