using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace Samples.Probe;

/// <summary>
/// Linear least squares on standardised features with the penalty strength · rows · ‖W‖² and a free bias, solved exactly (Cholesky). One or several targets at once.
/// </summary>
public sealed class RidgeProbe
{
    private readonly Standardiser standardiser;
    private readonly Matrix<double> weights;
    private readonly Vector<double> means;

    private RidgeProbe(Standardiser standardiser, Matrix<double> weights, Vector<double> means, double strength)
    {
        this.standardiser = standardiser;
        this.weights = weights;
        this.means = means;
        Strength = strength;
    }

    /// <summary>The strengths that <see cref="FitValidated"/> tries, strongest first.</summary>
    public static IReadOnlyList<double> Strengths { get; } = [10, 3, 1, 0.3, 0.1, 0.03, 0.01, 1e-3, 1e-4, 1e-6];

    /// <summary>The strength of the penalty.</summary>
    public double Strength { get; }

    /// <summary>Fits with a given strength. O(rows · features² + features³).</summary>
    /// <param name="features">One row of numbers an example.</param>
    /// <param name="targets">One row of target numbers an example.</param>
    /// <param name="strength">Positive.</param>
    public static RidgeProbe Fit(float[][] features, float[][] targets, double strength) => Solve(new(features, targets), strength);

    /// <summary>Fits with each of <see cref="Strengths"/> and returns the probe with the smallest squared error on the validation rows.</summary>
    public static RidgeProbe FitValidated(float[][] features, float[][] targets, float[][] validation, float[][] validationTargets)
    {
        var moments = new Moments(features, targets);
        RidgeProbe? best = null;
        var bestError = double.PositiveInfinity;
        foreach (var strength in Strengths)
        {
            var probe = Solve(moments, strength);
            var error = probe.MeanSquaredError(validation, validationTargets);
            if (error < bestError) (best, bestError) = (probe, error);
        }
        return best ?? throw new ArgumentException("The squared error on the validation rows is not a number.", nameof(validationTargets));
    }

    /// <summary>The predicted targets.</summary>
    public float[] Predict(ReadOnlySpan<float> row)
    {
        var predicted = weights.TransposeThisAndMultiply(Vector<double>.Build.Dense(standardiser.Apply(row))) + means;
        return [.. predicted.Select(value => (float)value)];
    }

    /// <summary>The mean over rows and targets of the squared error.</summary>
    public double MeanSquaredError(float[][] features, float[][] targets)
    {
        var sum = 0.0;
        for (var row = 0; row < features.Length; row++)
        {
            var predicted = Predict(features[row]);
            for (var k = 0; k < predicted.Length; k++) sum += ((double)predicted[k] - targets[row][k]) * ((double)predicted[k] - targets[row][k]);
        }
        return sum / ((double)features.Length * means.Count);
    }

    private static RidgeProbe Solve(Moments moments, double strength)
    {
        var penalised = moments.Gram + Matrix<double>.Build.DenseDiagonal(moments.Gram.RowCount, strength * moments.Rows);
        return new(moments.Standardiser, penalised.Cholesky().Solve(moments.Products), moments.Means, strength);
    }

    /// <summary>ZᵀZ and Zᵀ(Y − mean) of the standardised rows Z: all that a fit needs.</summary>
    private sealed class Moments
    {
        public Moments(float[][] features, float[][] targets)
        {
            if (features.Length != targets.Length) throw new ArgumentException($"There are {features.Length} rows and {targets.Length} targets.", nameof(targets));
            Standardiser = Standardiser.Of(features);
            Rows = features.Length;
            var rows = Matrix<double>.Build.DenseOfRowArrays(Standardiser.Apply(features));
            var wanted = Matrix<double>.Build.Dense(Rows, targets[0].Length, (row, k) => targets[row][k]);
            Means = wanted.ColumnSums() / Rows;
            for (var row = 0; row < Rows; row++) wanted.SetRow(row, wanted.Row(row) - Means);
            Gram = rows.TransposeThisAndMultiply(rows);
            Products = rows.TransposeThisAndMultiply(wanted);
        }

        public Standardiser Standardiser { get; }

        public int Rows { get; }

        public Vector<double> Means { get; }

        public Matrix<double> Gram { get; }

        public Matrix<double> Products { get; }
    }
}
