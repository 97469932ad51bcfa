using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Tests.Execution.Kinds;

/// <summary>The functions of a teacher are the left singular vectors of its centred outputs.</summary>
public class TeacherTests
{
    private static readonly LearnOptions Exact = new() { Precision = Precision.Double, Tolerance = 1e-12, RarePairs = RarePairs.Keep };

    [Fact]
    public void Values_are_relative_to_the_largest_and_functions_are_those_of_the_outputs() =>
        Gen.Select(Gen.Int[3, 40], Gen.Int[1, 8], Gen.Int[0, 9999], Gen.Double[-5, 5]).Sample((rows, columns, seed, exponent) =>
        {
            var points = Outputs(rows, columns, seed, Math.Pow(10, exponent));
            var svd = Centred(points).Svd();
            var learned = Contexture.Learn(points, p => p.Input(x => x.Key).Teacher(x => x.Numbers), options: Exact);
            Assert.Equal(Math.Min(rows - 1, columns), learned.Rank);
            for (var i = 0; i < learned.Rank; i++) Assert.Equal(svd.S[i] / svd.S[0], learned.Spectrum.Values[i], 1e-10);
            AssertKernel(learned, points, i => Math.Pow(svd.S[i] / svd.S[0], 2), svd.U);
        }, iter: 60);

    [Fact]
    public void A_threshold_makes_values_one_or_leaves_them_out()
    {
        var points = Outputs(30, 6, 4, 1);
        var svd = Centred(points).Svd();
        var threshold = (svd.S[2] + svd.S[3]) / 2;
        var learned = Contexture.Learn(points, p => p.Input(x => x.Key).Teacher(x => x.Numbers, threshold), options: Exact);
        Assert.Equal(3, learned.Rank);
        Assert.All(learned.Spectrum.Values, value => Assert.Equal(1, value, 1e-12));
        Assert.Equal(3, learned.Spectrum.TotalChiSquared!.Value, 1e-10);
        AssertKernel(learned, points, i => i < 3 ? 1 : 0, svd.U);
    }

    [Fact]
    public void A_wide_teacher_has_as_many_functions_as_there_are_inputs_less_one()
    {
        var points = Outputs(9, 40, 5, 1);
        var svd = Centred(points).Svd();
        var learned = Contexture.Learn(points, p => p.Input(x => x.Key).Teacher(x => x.Numbers), options: Exact);
        Assert.Equal(8, learned.Rank);
        for (var i = 0; i < 8; i++) Assert.Equal(svd.S[i] / svd.S[0], learned.Spectrum.Values[i], 1e-10);
    }

    [Fact]
    public void Float_outputs_are_the_same_numbers()
    {
        Point[] points = [.. Outputs(12, 3, 8, 1).Select(p => p with { Numbers = [.. p.Numbers.Select(value => (double)(float)value)] })];
        Assert.Equal(
            Contexture.Learn(points, p => p.Input(x => x.Key).Teacher(x => x.Numbers), options: Exact).Spectrum.Values,
            Contexture.Learn(points, p => p.Input(x => x.Key).Teacher(x => (ReadOnlyMemory<float>)x.Numbers.Select(value => (float)value).ToArray()), options: Exact).Spectrum.Values);
    }

    [Fact]
    public void A_target_is_one_function_with_value_one()
    {
        var points = Outputs(25, 1, 6, 1e3);
        var learned = Contexture.Learn(points, p => p.Input(x => x.Key).Target(x => x.Numbers[0]), options: Exact);
        Assert.Equal([1.0], learned.Spectrum.Values.Select(value => Math.Round(value, 12)));
        var mean = points.Average(p => p.Numbers[0]);
        var deviation = Math.Sqrt(points.Average(p => Math.Pow(p.Numbers[0] - mean, 2)));
        var point = new double[1];
        double? sign = null;
        foreach (var p in points)
        {
            Assert.True(learned.Encoder.TryEmbed(p.Key, point));
            sign ??= Math.Sign(point[0] / (p.Numbers[0] - mean));
            Assert.Equal((p.Numbers[0] - mean) / deviation, sign.Value * point[0], 1e-10);
        }
    }

    [Fact]
    public void A_target_of_two_equally_frequent_values_is_a_label()
    {
        // Here the operator is a law: every input leads to one of two corners, and both values are components.
        Point[] points = [.. Enumerable.Range(0, 10).Select(x => new Point(x, [x % 2 * 8 - 4.0]))];
        var learned = Contexture.Learn(points, p => p.Input(x => x.Key).Target(x => x.Numbers[0]), options: Exact);
        Assert.Equal(2, learned.Spectrum.Components);
        Assert.Equal(1, learned.Spectrum.Values.Single(), 1e-12);
    }

    [Fact]
    public void A_teacher_can_be_mixed()
    {
        // Kernels add: with the share w the teacher's function keeps at least the value √w s.
        var points = Outputs(60, 4, 7, 1);
        var learned = Contexture.Learn(
            points, p => Mix.Convex((0.5, p.Input(x => x.Key).Target(x => x.Numbers[0])), (0.5, p.Input(x => x.Key).Features(x => x.Numbers).Rbf(1))), options: Exact);
        Assert.True(learned.Spectrum.Values[0] >= Math.Sqrt(0.5) - 1e-12);
        Assert.Equal(2, learned.Parts.Count);
    }

    [Fact]
    public void A_target_stands_only_beside_parts_with_equal_probabilities()
    {
        // Were it let through, the first singular value would be 1.33.
        Point[] points = [new(0, [0, 1]), new(1, [0, 1]), new(2, [0, 1]), new(3, [1, 17])];
        var message = Assert.Throws<DeclarationException>(() => Contexture.Learn(points, p => Mix.Convex(
            (0.5, p.Input(x => x.Key).Target(x => x.Numbers[0])), (0.5, p.Input(x => x.Key).Context(x => x.Key).Weight(x => x.Numbers[1]))), options: Exact)).Message;
        Assert.All(["Part 1 of 2", "the input 0", "0.25", "equal probabilities", "Weight"], word => Assert.Contains(word, message, StringComparison.Ordinal));
        var learned = Contexture.Learn(points, p => Mix.Convex(
            (0.5, p.Input(x => x.Key).Target(x => x.Numbers[0])), (0.5, p.Input(x => x.Key).Context(x => x.Key).Weight(_ => 0.1))), options: Exact);
        Assert.Equal(1, learned.Spectrum.Values[0], 1e-12);
        Assert.All(learned.Spectrum.Values.Skip(1), value => Assert.Equal(Math.Sqrt(0.5), value, 1e-12));
    }

    [Fact]
    public void Parts_may_see_inputs_that_a_target_has_not()
    {
        Point[] points = [.. Outputs(12, 2, 3, 1)];
        var learned = Contexture.Learn(points, p => Mix.Convex(
            (0.5, p.Where(x => x.Key < 8).Input(x => x.Key).Target(x => x.Numbers[0])), (0.5, p.Input(x => x.Key).Features(x => x.Numbers).Rbf(1))), options: Exact);
        Assert.All(learned.Spectrum.Values, value => Assert.InRange(value, 0, 1));
    }

    [Fact]
    public void A_constant_output_hides_no_other()
    {
        // Beside 1e10 the second output is small, and is all that there is to learn; the first says nothing, whatever its rounding.
        Point[] points = [.. Enumerable.Range(0, 7).Select(x => new Point(x, [1e10 / 3, 1e-7 * x]))];
        var both = Contexture.Learn(points, p => p.Input(x => x.Key).Teacher(x => x.Numbers), options: Exact);
        Assert.Equal([1.0], both.Spectrum.Values.Select(value => Math.Round(value, 12)));
        var alone = Contexture.Learn(points, p => p.Input(x => x.Key).Target(x => x.Numbers[1]), options: Exact);
        var (vector, expected) = (new double[1], new double[1]);
        foreach (var point in points)
        {
            Assert.True(both.Encoder.TryEmbed(point.Key, vector));
            Assert.True(alone.Encoder.TryEmbed(point.Key, expected));
            Assert.Equal(Math.Abs(expected[0]), Math.Abs(vector[0]), 1e-10);
        }
    }

    [Fact]
    public void Corners_are_no_inputs_and_stand_in_a_file()
    {
        // Were they of the type of the inputs, a context of integers could be walked on.
        Context<int, Corner>? declared = null;
        var learned = Contexture.Learn(Outputs(20, 3, 2, 1), p => declared = p.Input(x => x.Key).Teacher(x => x.Numbers), options: Exact);
        Assert.NotNull(declared);
        Assert.Equal([new Corner(0), new Corner(1), new Corner(2), new Corner(3)], learned.Variables.Known);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            learned.Save(path);
            Assert.Equal(learned.Variables.Known, Learned.Load<int, Corner>(path).Variables.Known);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Σ s² μ(x) μ(x') against n Σ s² u(x) u(x'): whole kernels, since functions of equal values may be rotated.</summary>
    private static void AssertKernel(Learned<int, Corner> learned, Point[] points, Func<int, double> square, Matrix<double> left)
    {
        var encoder = learned.Encoder.With(Embedding.Scaled);
        var rows = Array.ConvertAll(points, p =>
        {
            var row = new double[encoder.Rank];
            Assert.True(encoder.TryEmbed(p.Key, row));
            return Vector<double>.Build.Dense(row);
        });
        for (var x = 0; x < points.Length; x++)
            for (var y = 0; y <= x; y++)
            {
                var expected = Enumerable.Range(0, learned.Rank).Sum(i => square(i) * points.Length * left[x, i] * left[y, i]);
                Assert.Equal(expected, rows[x] * rows[y], 1e-9);
            }
    }

    private static Matrix<double> Centred(Point[] points)
    {
        var outputs = Matrix<double>.Build.DenseOfRowArrays(points.Select(p => p.Numbers));
        var means = outputs.ColumnSums() / points.Length;
        return Matrix<double>.Build.Dense(outputs.RowCount, outputs.ColumnCount, (x, j) => outputs[x, j] - means[j]);
    }

    private static Point[] Outputs(int rows, int columns, int seed, double scale)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, rows).Select(x => new Point(x, [.. Enumerable.Range(0, columns).Select(j => scale * (random.NextDouble() * (j + 1) + 0.3))]))];
    }
}
