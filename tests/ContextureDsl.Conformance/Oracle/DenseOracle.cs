using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Conformance.Oracle;

/// <summary>
/// The theory written down naively: P⁺ as a dense double matrix, B̃ = D_X^{-1/2} P⁺ D_A^{-1/2} − √p √qᵀ, and MathNet's SVD of it. Shares no code with the library.
/// </summary>
internal sealed class DenseOracle
{
    private DenseOracle(IReadOnlyList<string> inputs, Vector<double> marginal, Matrix<double> deflated)
    {
        Inputs = inputs;
        Marginal = marginal;
        Deflated = deflated;
        Values = deflated.Svd(computeVectors: false).S.ToArray();
    }

    /// <summary>The inputs in the order of first sight.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>P_X.</summary>
    public Vector<double> Marginal { get; }

    /// <summary>B̃, N × M.</summary>
    public Matrix<double> Deflated { get; }

    /// <summary>All min(N, M) singular values of B̃, descending; those past the last function are zero.</summary>
    public double[] Values { get; }

    /// <summary>A tagged convex combination of counted tables; shares are normalised, an input that a part never saw is independent of its variable.</summary>
    public static DenseOracle Of(params (double Share, IReadOnlyList<NaivePair> Pairs)[] parts) => Of(Population.Mixture, parts);

    /// <summary>The same under another P_X.</summary>
    public static DenseOracle Of(Population population, params (double Share, IReadOnlyList<NaivePair> Pairs)[] parts)
    {
        var inputs = parts.SelectMany(part => part.Pairs).Select(pair => pair.X).Distinct().ToList();
        var shares = parts.Select(part => part.Share / parts.Sum(other => other.Share)).ToArray();
        var counts = parts.Select(part => Table(inputs, part.Pairs)).ToArray();
        var p = LawOfInputs(population, shares, counts);
        var blocks = counts.Select((table, j) => Part(table, p, shares[j])).ToArray();
        return new(inputs, p, blocks.Aggregate((left, right) => left.Append(right)));
    }

    /// <summary>Number of functions besides the constant that the parts can have: min(N − 1, Σ (Mⱼ − 1)).</summary>
    public static int Available(params IReadOnlyList<NaivePair>[] parts) =>
        Math.Min(
            parts.SelectMany(part => part).Select(pair => pair.X).Distinct().Count() - 1,
            parts.Sum(part => part.Select(pair => pair.A).Distinct().Count() - 1));

    private static Vector<double> LawOfInputs(Population population, double[] shares, Matrix<double>[] counts)
    {
        if (population == Population.Uniform) return Vector<double>.Build.Dense(counts[0].RowCount, 1.0 / counts[0].RowCount);
        var p = Vector<double>.Build.Dense(counts[0].RowCount);
        for (var j = 0; j < counts.Length; j++)
        {
            var sums = counts[j].RowSums();
            p += population switch
            {
                Population.Mixture => shares[j] * sums / sums.Sum(),
                Population.Events => sums / counts.Sum(table => table.RowSums().Sum()),
                _ => j == 0 ? sums / sums.Sum() : 0 * sums,
            };
        }
        return p;
    }

    private static Matrix<double> Table(List<string> inputs, IReadOnlyList<NaivePair> pairs)
    {
        var variables = pairs.Select(pair => pair.A).Distinct().ToList();
        var table = Matrix<double>.Build.Dense(inputs.Count, variables.Count);
        foreach (var pair in pairs) table[inputs.IndexOf(pair.X), variables.IndexOf(pair.A)] += pair.Weight;
        return table;
    }

    private static Matrix<double> Part(Matrix<double> table, Vector<double> p, double share)
    {
        var sums = table.RowSums();
        var law = table.Clone();
        var q = Vector<double>.Build.Dense(table.ColumnCount);
        var seen = 0.0;
        for (var x = 0; x < law.RowCount; x++)
        {
            if (sums[x] == 0) continue;
            law.SetRow(x, law.Row(x) / sums[x]);
            q += p[x] * law.Row(x);
            seen += p[x];
        }
        q /= seen;
        for (var x = 0; x < law.RowCount; x++)
            if (sums[x] == 0) law.SetRow(x, q);
        return Matrix<double>.Build.Dense(law.RowCount, law.ColumnCount, (x, a) => Math.Sqrt(share * p[x]) * ((law[x, a] / Math.Sqrt(q[a])) - Math.Sqrt(q[a])));
    }
}
