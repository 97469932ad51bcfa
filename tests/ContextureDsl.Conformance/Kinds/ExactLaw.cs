using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Conformance.Kinds;

/// <summary>
/// What a kind of context means for some rows, written down naively: P(x, a) as a dense matrix, with its spectrum and kernel from MathNet. Shares no code with the library.
/// </summary>
/// <typeparam name="TInput">X.</typeparam>
internal sealed class ExactLaw<TInput>
    where TInput : notnull
{
    private readonly Matrix<double> deflated;

    /// <param name="inputs">The inputs, in any order; those of weight zero are left out.</param>
    /// <param name="weights">How much each input weighs; only ratios matter.</param>
    /// <param name="law">Inputs × context values, row x proportional to P(·|x). Columns without weight are left out.</param>
    public ExactLaw(IReadOnlyList<TInput> inputs, IReadOnlyList<double> weights, double[,] law)
    {
        var rows = Enumerable.Range(0, inputs.Count).Where(x => weights[x] > 0).ToArray();
        var columns = Enumerable.Range(0, law.GetLength(1)).Where(a => rows.Any(x => law[x, a] > 0)).ToArray();
        Inputs = [.. rows.Select(x => inputs[x])];
        var joint = Matrix<double>.Build.Dense(rows.Length, columns.Length, (x, a) => law[rows[x], columns[a]]);
        var mass = Vector<double>.Build.DenseOfEnumerable(rows.Select(x => weights[x]));
        mass /= mass.Sum();
        for (var x = 0; x < rows.Length; x++) joint.SetRow(x, joint.Row(x) * (mass[x] / joint.Row(x).Sum()));
        Marginal = mass;
        var q = joint.ColumnSums();
        deflated = Matrix<double>.Build.Dense(rows.Length, columns.Length, (x, a) => (joint[x, a] / Math.Sqrt(mass[x] * q[a])) - Math.Sqrt(mass[x] * q[a]));
        Values = deflated.Svd(computeVectors: false).S.ToArray();
        Functions = Math.Min(rows.Length, columns.Length) - 1;
    }

    /// <summary>From pairs with weights, in any order, repeated ones added; the weight of x is the sum of its pairs.</summary>
    public static ExactLaw<TInput> Of<TVariable>(IEnumerable<(TInput X, TVariable A, double Weight)> pairs)
        where TVariable : notnull
    {
        var all = pairs.ToArray();
        var inputs = all.Select(pair => pair.X).Distinct().ToArray();
        var variables = all.Select(pair => pair.A).Distinct().ToArray();
        var law = new double[inputs.Length, variables.Length];
        foreach (var (x, a, weight) in all) law[Array.IndexOf(inputs, x), Array.IndexOf(variables, a)] += weight;
        return new(inputs, [.. inputs.Select((_, x) => Enumerable.Range(0, variables.Length).Sum(a => law[x, a]))], law);
    }

    /// <summary>The inputs that have weight.</summary>
    public IReadOnlyList<TInput> Inputs { get; }

    /// <summary>P_X in the order of <see cref="Inputs"/>.</summary>
    public Vector<double> Marginal { get; }

    /// <summary>All singular values but that of the constant, descending; from <see cref="Functions"/> on they are zero.</summary>
    public double[] Values { get; }

    /// <summary>How many functions there are besides the constant: min(N, M) − 1.</summary>
    public int Functions { get; }

    /// <summary>χ² = Σ sᵢ².</summary>
    public double ChiSquared => Values.Sum(s => s * s);

    /// <summary>√p(x) (k_X(x, x′) − 1) √p(x′), the deflated kernel in orthonormal coordinates.</summary>
    public Matrix<double> Kernel => deflated.TransposeAndMultiply(deflated);
}
