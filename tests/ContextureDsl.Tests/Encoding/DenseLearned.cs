using ContextureDsl.Association;
using ContextureDsl.Observation;
using ContextureDsl.Spectral;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace ContextureDsl.Tests;

/// <summary>Learnt contexts straight from a matrix by a dense singular value decomposition: what the Encoding room is tested on, without the rooms before it.</summary>
internal static class DenseLearned
{
    /// <summary>One part of a mix: rows of the law R(a|x), null where the part never saw x.</summary>
    public sealed record Part(string Name, double Share, IAlphabet Variables, double[]?[] Law);

    public static Alphabet<T> Alphabet<T>(params IReadOnlyList<T> values)
        where T : notnull
    {
        var alphabet = new DictionaryAlphabet<T>();
        for (var i = 0; i < values.Count; i++) Assert.Equal(i, alphabet.Number(values[i]));
        return alphabet;
    }

    /// <summary>One context from its joint law.</summary>
    public static Learned<TInput, TVariable> Of<TInput, TVariable>(
        IReadOnlyList<TInput> inputs, IReadOnlyList<TVariable> variables, double[][] joint, int rank, Precision precision = Precision.Double, Embedding embedding = Embedding.Whitened)
        where TInput : notnull
        where TVariable : notnull
    {
        var marginal = joint.Select(row => row.Sum()).ToArray();
        var law = joint.Select((row, x) => (double[]?)[.. row.Select(value => value / marginal[x])]).ToArray();
        return new(Content(inputs, marginal, [new("context", 1, Alphabet(variables), law)], rank, precision, embedding));
    }

    /// <summary>A mix from the laws of its parts.</summary>
    public static Learned<TInput> Mix<TInput>(
        IReadOnlyList<TInput> inputs, double[] marginal, IReadOnlyList<Part> parts, int rank, Precision precision = Precision.Double, Embedding embedding = Embedding.Whitened)
        where TInput : notnull => new(Content(inputs, marginal, parts, rank, precision, embedding));

    /// <summary>A random joint law with every entry positive, normalised.</summary>
    public static double[][] RandomJoint(int inputs, int variables, int seed)
    {
        var random = new Random(seed);
        var joint = Enumerable.Range(0, inputs).Select(_ => Enumerable.Range(0, variables).Select(_ => Math.Pow(random.NextDouble(), 3) + 1e-3).ToArray()).ToArray();
        var total = joint.Sum(row => row.Sum());
        return [.. joint.Select(row => row.Select(value => value / total).ToArray())];
    }

    private static LearnedContent<TInput> Content<TInput>(
        IReadOnlyList<TInput> inputs, double[] marginal, IReadOnlyList<Part> parts, int rank, Precision precision, Embedding embedding)
        where TInput : notnull
    {
        var joint = Joint(marginal, parts);
        var exact = Decompose(joint, parts, rank);
        var spectrum = new Spectrum
        {
            Values = exact.Values,
            Residuals = exact.Residuals,
            Iterations = 0,
            Converged = true,
            TotalChiSquared = exact.Values.Sum(value => value * value),
            Components = 1,
            SingletonPairs = 0,
            Plateaus = Plateaus(exact.Values),
            CutsPlateau = false,
        };
        var learnedParts = parts.Select(part => new LearnedPart(part.Name, part.Share, part.Law.Count(row => row is not null), part.Variables.Count, 1, 0.5, Summary())).ToArray();
        var variables = parts.Select(part => part.Variables).ToArray();
        var compilation = new CompilationReport(false, [.. parts.Select(part => $"{part.Name}: interpreted, in a test")]);
        return precision == Precision.Double
            ? LearnedContent<TInput>.Of(null, "observed in a test", Alphabet(inputs), joint, variables, exact, spectrum, learnedParts, SetAside.Nothing, new(inputs.Count + 3, 1, 3), compilation, embedding)
            : LearnedContent<TInput>.Of(null, "observed in a test", Alphabet(inputs), joint, variables, Single(exact), spectrum, learnedParts, SetAside.Nothing, new(inputs.Count + 3, 1, 3), compilation, embedding);
    }

    private static ObservationSummary Summary() => new()
    {
        Rows = 9,
        Events = 7,
        Filtered = 1,
        Weightless = 1,
        Earliest = new(2024, 2, 29, 23, 59, 58, TimeSpan.FromMinutes(-210)),
    };

    private static JointDistribution Joint(double[] marginal, IReadOnlyList<Part> parts) => new(marginal, [.. parts.Select(part =>
    {
        var columns = part.Variables.Count;
        var seen = marginal.Where((_, x) => part.Law[x] is not null).Sum();
        var q = Enumerable.Range(0, columns).Select(a => marginal.Select((p, x) => part.Law[x] is { } row ? p * row[a] / seen : 0).Sum()).ToArray();
        return new JointPart(part.Share, new PairTable(marginal.Length, columns, new int[marginal.Length + 1], [], []), new double[marginal.Length], q, Array.Exists(part.Law, row => row is null));
    })]);

    /// <summary>The leading triplets of B − √p√qᵀ, parts side by side.</summary>
    private static SpectralResult<double> Decompose(JointDistribution joint, IReadOnlyList<Part> parts, int rank)
    {
        var b = Matrix<double>.Build.Dense(joint.Inputs, joint.Variables);
        for (var j = 0; j < parts.Count; j++)
        {
            var q = joint.Parts[j].VariableMarginal;
            for (var x = 0; x < joint.Inputs; x++)
                for (var a = 0; a < q.Length; a++)
                    b[x, joint.VariableStarts[j] + a] = Math.Sqrt(parts[j].Share * joint.InputMarginal[x]) * ((parts[j].Law[x] ?? q)[a] / Math.Sqrt(q[a]) - Math.Sqrt(q[a]));
        }
        var svd = b.Svd();
        var values = svd.S.Take(rank).Select(value => Math.Min(1, value)).ToArray();
        var left = Rows(svd.U, rank);
        var right = Rows(svd.VT.Transpose(), rank);
        return new(values, left, right, Enumerable.Repeat(1e-15, rank).ToArray(), 0, 0, true, Plateaus(values), false);
    }

    private static double[] Rows(Matrix<double> vectors, int rank) => [.. Enumerable.Range(0, vectors.RowCount).SelectMany(row => Enumerable.Range(0, rank).Select(i => vectors[row, i]))];

    private static SpectralResult<float> Single(SpectralResult<double> exact) => new(
        exact.Values, Array.ConvertAll(exact.Left, value => (float)value), Array.ConvertAll(exact.Right, value => (float)value),
        [.. exact.Residuals.Select(_ => 1e-7)], 0, 0, true, exact.Plateaus, false);

    private static List<Range> Plateaus(double[] values)
    {
        var plateaus = new List<Range>();
        for (var start = 0; start < values.Length;)
        {
            var end = start + 1;
            while (end < values.Length && values[start] - values[end] < 1e-9) end++;
            if (end - start > 1) plateaus.Add(start..end);
            start = end;
        }
        return plateaus;
    }
}
