namespace Samples.Graphs;

/// <summary>What others do with the adjacency matrix W of the same graph, in the same dimension.</summary>
public sealed class AdjacencyPeers
{
    /// <summary>Enough for all pairs that are used: the largest values of this graph lie close together.</summary>
    private const int Steps = 700;

    private const double LargestResidual = 1e-4;

    private readonly int[] nodes;
    private readonly int[][] neighbours;
    private readonly Lazy<(double Value, double[] Vector, double Residual)[]> normalised;

    /// <param name="edges">Undirected; a loop counts once.</param>
    /// <param name="nodes">The nodes of the largest component: with the others the first functions would only tell the components apart.</param>
    public AdjacencyPeers(IEnumerable<(int One, int Other)> edges, IReadOnlyCollection<int> nodes)
    {
        this.nodes = [.. nodes.Order()];
        var positions = this.nodes.Select((node, i) => (node, i)).ToDictionary(pair => pair.node, pair => pair.i);
        var lists = this.nodes.Select(_ => new List<int>()).ToArray();
        foreach (var (one, other) in edges)
        {
            if (!positions.TryGetValue(one, out var i) || !positions.TryGetValue(other, out var j)) continue;
            lists[i].Add(j);
            if (i != j) lists[j].Add(i);
        }
        neighbours = [.. lists.Select(list => list.ToArray())];
        normalised = new(() => Pairs((i, j) => 1 / Math.Sqrt((double)neighbours[i].Length * neighbours[j].Length)));
    }

    /// <summary>Laplacian eigenmaps (Belkin and Niyogi 2003): the solutions of Lf = λDf with the smallest λ after the constant.</summary>
    public Dictionary<int, float[]> LaplacianEigenmaps(int dimension)
    {
        var pairs = normalised.Value.OrderByDescending(pair => pair.Value).Skip(1).Take(dimension).ToArray();
        return Vectors(pairs, (pair, i) => pair.Vector[i] / Math.Sqrt(neighbours[i].Length));
    }

    /// <summary>Truncated singular value decomposition of D^{-1/2} W D^{-1/2}: left vectors times singular values.</summary>
    public Dictionary<int, float[]> NormalisedAdjacency(int dimension) =>
        Vectors(Largest(normalised.Value, dimension), (pair, i) => pair.Vector[i] * Math.Abs(pair.Value));

    /// <summary>The same of W itself.</summary>
    public Dictionary<int, float[]> Adjacency(int dimension) =>
        Vectors(Largest(Pairs((_, _) => 1), dimension), (pair, i) => pair.Vector[i] * Math.Abs(pair.Value));

    private (double Value, double[] Vector, double Residual)[] Pairs(Func<int, int, double> weight) => SymmetricLanczos.Pairs(nodes.Length, Math.Min(Steps, nodes.Length - 1), vector =>
    {
        var product = new double[vector.Length];
        for (var i = 0; i < product.Length; i++)
            foreach (var j in neighbours[i]) product[i] += weight(i, j) * vector[j];
        return product;
    });

    private static (double Value, double[] Vector, double Residual)[] Largest((double Value, double[] Vector, double Residual)[] pairs, int dimension) =>
        [.. pairs.OrderByDescending(pair => Math.Abs(pair.Value)).Take(dimension)];

    private Dictionary<int, float[]> Vectors((double Value, double[] Vector, double Residual)[] pairs, Func<(double Value, double[] Vector, double Residual), int, double> coordinate)
    {
        var worst = pairs.Max(pair => pair.Residual);
        if (worst > LargestResidual) throw new InvalidOperationException(FormattableString.Invariant($"A peer has not converged: residual {worst:E1}. Take more steps."));
        return nodes.Select((node, i) => (node, Vector: pairs.Select(pair => (float)coordinate(pair, i)).ToArray())).ToDictionary(pair => pair.node, pair => pair.Vector);
    }
}
