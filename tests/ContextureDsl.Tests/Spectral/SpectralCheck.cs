using ContextureDsl.Association;
using ContextureDsl.Spectral;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace ContextureDsl.Tests.Spectral;

/// <summary>Decomposes a table on both paths and holds the result against naive dense arithmetic.</summary>
internal static class SpectralCheck
{
    /// <summary>The path that must iterate, whatever the size.</summary>
    public static SpectralResult<T> Iterated<T>(DenseTable table, int rank, double tolerance, int threads = 1, long seed = 0)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> =>
        Decomposition.Iterate(Operator<T>(table, threads), new SpectralOptions(rank, tolerance, seed, threads), CancellationToken.None);

    /// <summary>The dense path, whatever the size.</summary>
    public static SpectralResult<T> Dense<T>(DenseTable table, int rank, double tolerance, int threads = 1, long seed = 0)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> =>
        SmallProblem.Decompose(Operator<T>(table, threads), new SpectralOptions(rank, tolerance, seed, threads), CancellationToken.None);

    public static SparseOperator<T> Operator<T>(DenseTable table, int threads)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> =>
        new(Normalisation.Factors<T>(table.Joint), table.Components, threads);

    /// <summary>s₁ ≥ s₂ ≥ … of the dense matrix.</summary>
    public static double[] Oracle(DenseTable table) => [.. Matrix<double>.Build.DenseOfArray(table.WithoutConstant()).Svd(computeVectors: false).S];

    /// <summary>Values, order, residuals, orthonormality and the exclusion of the constant, all recomputed densely.</summary>
    public static void Holds<T>(DenseTable table, SpectralResult<T> result, double[]? expected, double valueTolerance, double residualTolerance, double orthonormality)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var rank = result.Values.Length;
        if (expected is not null)
        {
            for (var i = 0; i < rank; i++) Assert.True(Math.Abs(result.Values[i] - expected[i]) <= valueTolerance, $"s_{i + 1} = {result.Values[i]:R}, expected {expected[i]:R}");
        }

        Assert.Equal(result.Values.OrderByDescending(value => value), result.Values);
        Assert.All(result.Values, value => Assert.InRange(value, 0, 1));
        var dense = Matrix<double>.Build.DenseOfArray(table.WithoutConstant());
        var left = Functions(result.Left, rank);
        var right = Functions(result.Right, rank);
        var values = Matrix<double>.Build.DenseOfDiagonalArray(result.Values);
        AssertColumns((dense * right) - (left * values), residualTolerance, "‖B̃v − su‖");
        AssertColumns((dense.TransposeThisAndMultiply(left)) - (right * values), residualTolerance, "‖B̃ᵀu − sv‖");
        var identity = Matrix<double>.Build.DenseIdentity(rank);
        AssertEntries(left.TransposeThisAndMultiply(left) - identity, orthonormality, "UᵀU");
        AssertEntries(right.TransposeThisAndMultiply(right) - identity, orthonormality, "VᵀV");
        var p = Matrix<double>.Build.Dense(table.Inputs, 1, (x, _) => Math.Sqrt(table.Joint.InputMarginal[x]));
        AssertEntries(p.TransposeThisAndMultiply(left), orthonormality, "E μ");
        AssertSigns(table.Joint, left);
        Assert.True(result.Converged);
    }

    /// <summary>Largest sine of the principal angles between the spans of two sets of orthonormal columns.</summary>
    public static double Angle(Matrix<double> one, Matrix<double> other) => (one - (other * other.TransposeThisAndMultiply(one))).L2Norm();

    public static Matrix<double> Functions<T>(T[] rowMajor, int rank)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> =>
        Matrix<double>.Build.Dense(rowMajor.Length / rank, rank, (x, i) => double.CreateTruncating(rowMajor[x * rank + i]));

    private static void AssertColumns(Matrix<double> difference, double tolerance, string what)
    {
        for (var i = 0; i < difference.ColumnCount; i++) Assert.True(difference.Column(i).L2Norm() <= tolerance, $"{what} = {difference.Column(i).L2Norm():E2} for i = {i + 1}");
    }

    private static void AssertEntries(Matrix<double> difference, double tolerance, string what) =>
        Assert.True(difference.Enumerate().All(value => Math.Abs(value) <= tolerance), $"{what} is off by {difference.Enumerate().Max(Math.Abs):E2}");

    private static void AssertSigns(JointDistribution joint, Matrix<double> left)
    {
        for (var i = 0; i < left.ColumnCount; i++)
        {
            // Ties within rounding may go either way; a clear maximum must be positive.
            var function = left.Column(i).Select((value, x) => value / Math.Sqrt(joint.InputMarginal[x])).ToArray();
            Assert.True(function.Max() >= -function.Min() * (1 - 1e-5), $"function {i + 1} has its largest value {function.Min()} below zero");
        }
    }
}
