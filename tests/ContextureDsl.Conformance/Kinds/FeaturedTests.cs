using ContextureDsl.Observation;
using ContextureDsl.Tree;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Conformance.Kinds;

/// <summary>Kinds over features and teachers on random rows and parameters: interpreted = compiled = the exact law.</summary>
public sealed class FeaturedTests
{
    private static readonly Gen<Measured[]> Rows =
        from columns in Gen.Int[2, 5]
        from numbers in Gen.Double[-2, 2].Array[columns].Array[8, 40]
        select numbers.Select((row, x) => new Measured($"p{x}", row)).ToArray();

    /// <summary>Coordinates from a coarse grid, so that there are ties and points that coincide.</summary>
    private static readonly Gen<Measured[]> Grid =
        from numbers in Gen.Int[0, 2].Select(step => (double)step).Array[3].Array[8, 40]
        select numbers.Select((row, x) => new Measured($"p{x}", row)).ToArray();

    [Fact]
    public void RbfIsTheExponentialOfTheSquaredDistance() => Gen.Select(Rows, Gen.Double[0.01, 5]).Sample((rows, gamma) =>
        KindCheck.Agrees(new Featured.Rbf(gamma), options => new Featured.Rbf(gamma).Learn(rows, options), Law(rows, (x, a) => Math.Exp(-gamma * Squared(x, a)))));

    [Fact]
    public void LaplacianIsTheExponentialOfTheCityBlockDistance() => Gen.Select(Rows, Gen.Double[0.01, 5]).Sample((rows, gamma) =>
        KindCheck.Agrees(
            new Featured.Laplacian(gamma), options => new Featured.Laplacian(gamma).Learn(rows, options),
            Law(rows, (x, a) => Math.Exp(-gamma * (Math.Abs(x[0] - a[0]) + Math.Abs(x[^1] - a[^1]))))));

    [Fact]
    public void NearestAreEquallyProbable() => Gen.Select(Gen.OneOf(Rows, Grid), Gen.Int[1, 6], Gen.Bool).Sample((rows, count, self) =>
    {
        var kept = rows.Where(row => row.Name != "p2").ToArray();
        KindCheck.Agrees(
            new Featured.Nearest(count, self), options => new Featured.Nearest(count, self).Learn(rows, options), new ExactLaw<string>(Names(kept), Even(kept), Neighbours(kept, count, self, null)));
    });

    [Fact]
    public void ColumnsAreCentredAndScaled() => Gen.Select(Rows, Gen.Double[0.01, 2]).Sample((rows, gamma) =>
    {
        double[][] single = [.. rows.Select(row => row.Numbers.Select(number => (double)(float)number).ToArray())];
        double[] means = [.. single[0].Select((_, column) => single.Average(row => row[column]))];
        double[] deviations = [.. means.Select((mean, column) => Math.Sqrt(single.Average(row => Math.Pow(row[column] - mean, 2))))];
        var scaled = rows.Select((row, x) => row with { Numbers = [.. single[x].Select((number, column) => (number - means[column]) / deviations[column])] }).ToArray();
        KindCheck.Agrees(new Featured.Standardised(gamma), options => new Featured.Standardised(gamma).Learn(rows, options), Law(scaled, (x, a) => Math.Exp(-gamma * Squared(x, a))));
    });

    [Fact]
    public void MasksAreAveragedAsMatrices() => Gen.Select(Rows, Gen.Double[0.1, 0.9], Gen.Int[1, 7], Gen.Long, Gen.Int[1, 5]).Sample((rows, hidden, masks, seed, count) =>
    {
        const double Gamma = 0.8;
        var visible = MaskedColumns.Of(new ColumnMasks(hidden, masks, seed), rows[0].Numbers.Length, "test");
        Assert.Equal(masks, visible.Length);
        var (kernels, neighbours) = (new double[rows.Length, rows.Length], new double[rows.Length, rows.Length]);
        foreach (var mask in visible)
        {
            var one = Neighbours(rows, count, true, mask);
            for (var x = 0; x < rows.Length; x++)
            {
                double[] row = [.. rows.Select(a => Math.Exp(-Gamma * mask.Sum(column => Math.Pow(rows[x].Numbers[column] - a.Numbers[column], 2))))];
                for (var a = 0; a < rows.Length; a++)
                {
                    kernels[x, a] += row[a] / row.Sum();
                    neighbours[x, a] += one[x, a];
                }
            }
        }
        KindCheck.Agrees(
            new Featured.MaskedRbf(Gamma, hidden, masks, seed), options => new Featured.MaskedRbf(Gamma, hidden, masks, seed).Learn(rows, options),
            new ExactLaw<string>(Names(rows), Even(rows), kernels));
        KindCheck.Agrees(
            new Featured.MaskedNearest(count, hidden, masks, seed), options => new Featured.MaskedNearest(count, hidden, masks, seed).Learn(rows, options),
            new ExactLaw<string>(Names(rows), Even(rows), neighbours));
    });

    [Fact]
    public void AKernelIsARandomWalk() => Gen.Select(Rows, Gen.Double[-3, 3], Gen.Bool).Sample((rows, power, zeroDiagonal) =>
        KindCheck.Agrees(
            new Featured.Walk(power, zeroDiagonal), options => new Featured.Walk(power, zeroDiagonal).Learn(rows, options),
            Law(rows, (x, a) => zeroDiagonal && ReferenceEquals(x, a) ? 0 : 1e-8 + Math.Pow(1 + Math.Abs(x[0] - a[^1]), power))));

    [Fact]
    public void ATeacherHasTheSingularFunctionsOfItsOutputs() => Gen.Select(Rows, Gen.Bool).Sample((rows, absolute) =>
    {
        var centred = Centred(rows);
        var svd = centred.Svd();
        var threshold = absolute ? (svd.S[0] + svd.S[1]) / 2 : 0;
        var count = absolute ? 1 : svd.S.Count;

        // k_X - 1 = n Σ sᵢ² uᵢ uᵢᵀ; a law over the corners of a simplex has it, up to its sign.
        var functions = Matrix<double>.Build.Dense(rows.Length, count, (x, i) => Math.Sqrt(rows.Length) * (absolute ? 1 : svd.S[i] / svd.S[0]) * svd.U[x, i]);
        var simplex = Simplex(count);
        var law = new double[rows.Length, count + 1];
        for (var x = 0; x < rows.Length; x++)
            for (var a = 0; a <= count; a++) law[x, a] = (1 + functions.Row(x) * simplex.Column(a)) / (count + 1);
        KindCheck.Agrees(new Featured.Teacher(threshold), options => new Featured.Teacher(threshold).Learn(rows, options), new ExactLaw<string>(Names(rows), Even(rows), law));
        Assert.Equal(threshold > 0 ? 1 : svd.S.Sum(s => Math.Pow(s / svd.S[0], 2)), new Featured.Teacher(threshold).Learn(rows, KindCheck.Exact).Spectrum.TotalChiSquared!.Value, 1e-9);
    });

    [Fact]
    public void ATargetIsOneFunction() => Rows.Sample(rows =>
    {
        var one = rows.Select(row => row with { Numbers = [row.Numbers[0]] }).ToArray();
        var target = Centred(one).Column(0);
        var law = new double[rows.Length, 2];
        for (var x = 0; x < rows.Length; x++)
            for (var a = 0; a < 2; a++) law[x, a] = (1 + (1 - 2 * a) * Math.Sqrt(rows.Length) * target[x] / target.L2Norm()) / 2;
        KindCheck.Agrees(new Featured.Target(), options => new Featured.Target().Learn(rows, options), new ExactLaw<string>(Names(rows), Even(rows), law));
    });

    [Fact]
    public void BothReadingsRefuseAlike()
    {
        Measured[] rows = [new("p0", [1, 2]), new("p1", [3, double.NaN])];
        Assert.Contains("Event 1", KindCheck.Refuses<FeatureValueException>(options => new Featured.Rbf(1).Learn(rows, options)).Message, StringComparison.Ordinal);
        Assert.Contains("Event 1", KindCheck.Refuses<FeatureRowException>(options => new Featured.Rbf(1).Learn([rows[0], new("p1", [3])], options)).Message, StringComparison.Ordinal);
        Assert.Contains("2 inputs", KindCheck.Refuses<DeclarationException>(options => new Featured.Nearest(2, true).Learn([rows[0], new("p1", [3, 4])], options)).Message, StringComparison.Ordinal);
        Assert.Contains("same input, p0", KindCheck.Refuses<DegenerateContextException>(options => new Featured.Rbf(1).Learn(rows[..1], options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheFirstRowsGetTheirVectorsAgain() => Rows.Sample(rows =>
    {
        Again(new Featured.Rbf(0.7), rows);
        Again(new Featured.Laplacian(0.7), rows);
        Again(new Featured.Nearest(4, true), rows.Where(row => row.Name != "p2"));
        Again(new Featured.Nearest(4, false), rows.Where(row => row.Name != "p2"));
        Again(new Featured.Standardised(0.7), rows);
        Again(new Featured.MaskedRbf(0.7, 0.4, 3, 1), rows);
        Again(new Featured.MaskedNearest(3, 0.4, 3, 1), rows);
        Again(new Featured.Walk(-2, true), rows);
        Again(new Featured.Teacher(0), rows);
        Again(new Featured.Target(), rows);
    }, iter: 10);

    private static void Again<TVariable>(Contexture<string, TVariable>.From<Measured> declaration, IEnumerable<Measured> rows)
        where TVariable : notnull
    {
        // Functions of values within rounding of zero are not determined.
        var learned = declaration.Learn(rows, KindCheck.Exact);
        var meaningful = learned.At(Math.Max(1, learned.Spectrum.Values.Count(value => value > 1e-3)));
        KindCheck.Reproduces(meaningful, declaration.EmbedNew(meaningful, rows));
    }

    private static ExactLaw<string> Law(Measured[] rows, Func<double[], double[], double> kernel)
    {
        var law = new double[rows.Length, rows.Length];
        for (var x = 0; x < rows.Length; x++)
            for (var a = 0; a < rows.Length; a++) law[x, a] = kernel(rows[x].Numbers, rows[a].Numbers);
        return new(Names(rows), Even(rows), law);
    }

    private static double[,] Neighbours(Measured[] rows, int count, bool self, int[]? mask)
    {
        var law = new double[rows.Length, rows.Length];
        for (var x = 0; x < rows.Length; x++)
        {
            double Distance(int a) => (mask ?? [.. Enumerable.Range(0, rows[x].Numbers.Length)]).Sum(column => Math.Pow(rows[x].Numbers[column] - rows[a].Numbers[column], 2));
            foreach (var a in Enumerable.Range(0, rows.Length).Where(a => self || a != x).OrderBy(Distance).ThenBy(a => a).Take(count)) law[x, a] = 1.0 / count;
        }
        return law;
    }

    private static Matrix<double> Centred(Measured[] rows)
    {
        var outputs = Matrix<double>.Build.DenseOfRowArrays(rows.Select(row => row.Numbers));
        var means = outputs.ColumnSums() / rows.Length;
        return Matrix<double>.Build.Dense(outputs.RowCount, outputs.ColumnCount, (x, j) => outputs[x, j] - means[j]);
    }

    /// <summary>r functions on r + 1 equally probable corners, orthonormal and of mean zero: from a QR of differences, not from a formula.</summary>
    private static Matrix<double> Simplex(int count)
    {
        var differences = Matrix<double>.Build.Dense(count + 1, count, (a, i) => a == i ? 1 : a == i + 1 ? -1 : 0);
        return differences.QR().Q.SubMatrix(0, count + 1, 0, count).Transpose() * Math.Sqrt(count + 1);
    }

    private static double Squared(double[] x, double[] a) => x.Zip(a, (left, right) => (left - right) * (left - right)).Sum();

    private static string[] Names(Measured[] rows) => [.. rows.Select(row => row.Name)];

    private static double[] Even(Measured[] rows) => [.. rows.Select(_ => 1.0)];
}
