using System.Numerics;
using ContextureDsl.Association;
using ContextureDsl.Spectral;
using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Benchmarks.Stress;

/// <summary>A result held against the dense matrix.</summary>
/// <param name="Converged">Whether the library says that the tolerance was reached.</param>
/// <param name="Residual">The largest true two-sided residual, in units of the tolerance.</param>
/// <param name="Error">The largest error of a singular value.</param>
/// <param name="Orthonormality">The largest entry of UᵀU − I and VᵀV − I, in units of max(N, M) · ε.</param>
/// <param name="Failure">What must not be; null where all is well.</param>
internal sealed record Measured(bool Converged, double Residual, double Error, double Orthonormality, string? Failure)
{
    private const double OrthonormalityAllowed = 35;

    public static Measured Of<T>(RandomProblem problem, int rank, double tolerance, bool iterates, double epsilon)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var joint = problem.Joint();
        var matrix = new SparseOperator<T>(Normalisation.Factors<T>(joint), Components.Of(joint), 1);
        var options = new SpectralOptions(rank, tolerance, 0, 1);
        var result = iterates ? Decomposition.Iterate(matrix, options, CancellationToken.None) : Decomposition.Run(matrix, options, CancellationToken.None);
        if (result.Left.Concat(result.Right).Any(value => !T.IsFinite(value)) || !result.Values.All(double.IsFinite)) return new(result.Converged, double.NaN, double.NaN, double.NaN, "a number is not finite");
        var dense = problem.WithoutConstant(joint);
        var (left, right) = (Functions(result.Left, rank), Functions(result.Right, rank));
        var values = Matrix<double>.Build.DenseOfDiagonalArray(result.Values);
        var residual = Math.Max(Longest((dense * right) - (left * values)), Longest(dense.TransposeThisAndMultiply(left) - (right * values))) / tolerance;
        var exact = dense.Svd(computeVectors: false).S;
        var error = Enumerable.Range(0, rank).Max(i => Math.Abs(result.Values[i] - exact[i]));
        var identity = Matrix<double>.Build.DenseIdentity(rank);
        var off = Math.Max(Largest(left.TransposeThisAndMultiply(left) - identity), Largest(right.TransposeThisAndMultiply(right) - identity)) / (Math.Max(joint.Inputs, joint.Variables) * epsilon);
        return new(result.Converged, residual, error, off, Failed(result.Converged, residual, error / tolerance, off));
    }

    private static string? Failed(bool converged, double residual, double error, double off) =>
        converged && !(residual <= 1.05) ? FormattableString.Invariant($"the residual is {residual:F2} times the tolerance, and the result says that it has converged")
        // Residuals within the tolerance do not say which of several values that are as close together is the larger one.
        : converged && !(error <= 2) ? FormattableString.Invariant($"a value is off by {error:F2} times the tolerance: one was missed")
        : !(off <= OrthonormalityAllowed) ? FormattableString.Invariant($"the functions are orthonormal to {off:F0} units only")
        : null;

    private static Matrix<double> Functions<T>(T[] rowMajor, int rank)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Matrix<double>.Build.Dense(rowMajor.Length / rank, rank, (x, i) => double.CreateTruncating(rowMajor[x * rank + i]));

    private static double Longest(Matrix<double> difference) => difference.EnumerateColumns().Max(column => column.L2Norm());

    private static double Largest(Matrix<double> difference) => difference.Enumerate().Max(Math.Abs);
}
