using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Tests.Mixing;

/// <summary>A context as a dense conditional law over common inputs, and what the theory makes of several: written from the definitions, without anything of the library.</summary>
/// <param name="Inputs">X.</param>
/// <param name="P">P_X.</param>
/// <param name="R">R(a|x), one row for every input; rows sum to one.</param>
/// <param name="Keys">The context value of every column.</param>
/// <param name="Saw">Whether the context saw the input; where it did not, its row is the marginal.</param>
internal sealed record DenseLaw(object[] Inputs, double[] P, Matrix<double> R, object[] Keys, bool[] Saw)
{
    /// <summary>q.</summary>
    public double[] Q => [.. (Vector<double>.Build.Dense(P) * R)];

    /// <summary>B = D_X^{1/2} R D_A^{-1/2}.</summary>
    public Matrix<double> B
    {
        get
        {
            var q = Q;
            return R.MapIndexed((x, a, law) => Math.Sqrt(P[x]) * law / Math.Sqrt(q[a]));
        }
    }

    /// <summary>B without the constant pair.</summary>
    public Matrix<double> Deflated
    {
        get
        {
            var q = Q;
            return B.MapIndexed((x, a, value) => value - Math.Sqrt(P[x]) * Math.Sqrt(q[a]));
        }
    }

    /// <summary>BBᵀ, which is TT* in orthonormal coordinates.</summary>
    public Matrix<double> Kernel => B.TransposeAndMultiply(B);

    /// <summary>Its values and left vectors.</summary>
    public MathNet.Numerics.LinearAlgebra.Factorization.Svd<double> Svd => (R.ColumnCount > P.Length ? Deflated.Transpose().QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin).R.Transpose() : Deflated).Svd();

    /// <summary>s₁ ≥ s₂ ≥ …, as many as there are inputs less one.</summary>
    public double[] Values => [.. Svd.S.Concat(Enumerable.Repeat(0.0, P.Length)).Take(P.Length - 1)];

    /// <summary>What is counted: rows up to a factor; an input without a row is independent of the context. Columns that nothing is seen with are left out.</summary>
    public static DenseLaw Counted(object[] inputs, double[] p, double[,] weights) => Of(inputs, p, Matrix<double>.Build.DenseOfArray(weights), [.. Enumerable.Range(0, weights.GetLength(1)).Cast<object>()]);

    /// <summary>The same from rows that are given.</summary>
    public static DenseLaw Of(object[] inputs, double[] p, Matrix<double> weights, object[] keys)
    {
        bool[] saw = [.. weights.RowSums().Select(sum => sum > 0)];
        var law = weights.MapIndexed((x, a, weight) => saw[x] ? weight / weights.Row(x).Sum() : 0);
        var seen = p.Where((_, x) => saw[x]).Sum();
        var marginal = Vector<double>.Build.Dense(p) * law / seen;
        for (var x = 0; x < p.Length; x++)
            if (!saw[x]) law.SetRow(x, marginal);
        var used = Enumerable.Range(0, keys.Length).Where(a => marginal[a] > 0).ToArray();
        return new(inputs, p, Matrix<double>.Build.DenseOfColumnVectors(used.Select(law.Column)), [.. used.Select(a => keys[a])], saw);
    }

    /// <summary>One is drawn and shown together with which one it was.</summary>
    public static DenseLaw Convex(params IReadOnlyList<(double Share, DenseLaw Law)> parts)
    {
        var columns = parts.SelectMany((part, j) => part.Law.Keys.Select((key, a) => (Key: (object)(j, key), Law: part.Law.R.Column(a) * part.Share))).ToArray();
        return parts[0].Law with { R = Matrix<double>.Build.DenseOfColumnVectors(columns.Select(column => column.Law)), Keys = [.. columns.Select(column => column.Key)], Saw = Any(parts.Select(part => part.Law)) };
    }

    /// <summary>One is drawn, and nobody says which.</summary>
    public static DenseLaw Average(params IReadOnlyList<(double Share, DenseLaw Law)> parts)
    {
        var keys = parts.SelectMany(part => part.Law.Keys).Distinct().ToArray();
        var sum = Matrix<double>.Build.Dense(parts[0].Law.P.Length, keys.Length);
        foreach (var (share, law) in parts)
            for (var a = 0; a < law.Keys.Length; a++)
            {
                var column = Array.IndexOf(keys, law.Keys[a]);
                sum.SetColumn(column, sum.Column(column) + law.R.Column(a) * share);
            }
        return parts[0].Law with { R = sum, Keys = keys, Saw = Any(parts.Select(part => part.Law)) };
    }

    /// <summary>To a context value and back to an input: P(x′|x) = Σₐ R(a|x) P(x′|a).</summary>
    public DenseLaw Smooth()
    {
        var q = Q;
        var back = R.Transpose().MapIndexed((a, x, law) => law * P[x] / q[a]);
        return this with { R = R * back, Keys = Inputs };
    }

    /// <summary>There and back through this one, and then the other. Seen is what the first one saw.</summary>
    public DenseLaw Then(DenseLaw last) => this with { R = Smooth().R * last.R, Keys = last.Keys };

    /// <summary>Both values at once, independent given the input. Inputs that neither saw are independent of the pair, whose marginal is that of the others.</summary>
    public DenseLaw With(DenseLaw other)
    {
        var saw = Saw.Zip(other.Saw, (one, two) => one || two).ToArray();
        var weights = Matrix<double>.Build.Dense(P.Length, Keys.Length * other.Keys.Length, (x, pair) => saw[x] ? R[x, pair / other.Keys.Length] * other.R[x, pair % other.Keys.Length] : 0);
        return Of(Inputs, P, weights, [.. Keys.SelectMany(_ => other.Keys, (a, b) => (object)(a, b))]);
    }

    /// <summary>Σ cₖ Rᵏ; the context values are inputs.</summary>
    public DenseLaw Walk(IReadOnlyList<double> probabilities)
    {
        var n = P.Length;
        var step = Matrix<double>.Build.Dense(n, n);
        for (var a = 0; a < Keys.Length; a++) step.SetColumn(Array.IndexOf(Inputs, Keys[a]), R.Column(a));
        var (sum, power) = (Matrix<double>.Build.Dense(n, n), Matrix<double>.Build.DenseIdentity(n));
        foreach (var probability in probabilities)
        {
            sum += probability * power;
            power *= step;
        }
        var ends = Enumerable.Range(0, n).Where(a => sum.Column(a).Any(law => law > 0)).ToArray();
        return new(Inputs, P, Matrix<double>.Build.DenseOfColumnVectors(ends.Select(sum.Column)), [.. ends.Select(end => Inputs[end])], [.. Enumerable.Repeat(true, n)]);
    }

    private static bool[] Any(IEnumerable<DenseLaw> laws) => laws.Select(law => law.Saw).Aggregate((one, two) => [.. one.Zip(two, (left, right) => left || right)]);
}
