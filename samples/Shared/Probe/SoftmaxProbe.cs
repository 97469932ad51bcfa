using System.Numerics.Tensors;

namespace Samples.Probe;

/// <summary>
/// The logistic probe: multinomial regression on standardised features, mean log loss + strength/2 · ‖W‖² with a free bias, minimised to a gradient of 1e-6.
/// The same inputs give the same probe.
/// </summary>
public sealed class SoftmaxProbe
{
    private const double GradientTolerance = 1e-6;
    private const int MostIterations = 500;

    private readonly Standardiser standardiser;

    /// <summary>Classes × (features + 1), row-major; the last entry of a row is the bias.</summary>
    private readonly double[] weights;

    private SoftmaxProbe(Standardiser standardiser, double[] weights, double strength)
    {
        this.standardiser = standardiser;
        this.weights = weights;
        Strength = strength;
    }

    /// <summary>The strengths that <see cref="FitValidated"/> tries, strongest first.</summary>
    public static IReadOnlyList<double> Strengths { get; } = [1, 0.3, 0.1, 0.03, 0.01, 3e-3, 1e-3, 3e-4, 1e-4, 1e-5];

    /// <summary>The strength of the penalty.</summary>
    public double Strength { get; }

    /// <summary>Number of classes.</summary>
    public int Classes => weights.Length / (standardiser.Width + 1);

    /// <summary>Fits with a given strength. O(rows · features · classes) per step.</summary>
    /// <param name="features">One row of numbers an example.</param>
    /// <param name="labels">The class of each, from 0.</param>
    /// <param name="strength">Positive.</param>
    public static SoftmaxProbe Fit(float[][] features, int[] labels, double strength)
    {
        Check(features, labels);
        var standardiser = Standardiser.Of(features);
        var weights = new double[(labels.Max() + 1) * (standardiser.Width + 1)];
        Minimise(weights, standardiser.Apply(features), labels, strength);
        return new(standardiser, weights, strength);
    }

    /// <summary>Fits with each of <see cref="Strengths"/> and returns the probe that is right most often on the validation rows; among equals the strongest penalty.</summary>
    /// <remarks>Every fit starts from the one before, so ten strengths cost little more than the weakest alone.</remarks>
    /// <param name="features">One row of numbers an example.</param>
    /// <param name="labels">The class of each, from 0.</param>
    /// <param name="validation">Further examples.</param>
    /// <param name="validationLabels">Their classes.</param>
    /// <param name="keepsProportions">Whether the columns keep their proportions; otherwise each is scaled to variance 1.</param>
    public static SoftmaxProbe FitValidated(float[][] features, int[] labels, float[][] validation, int[] validationLabels, bool keepsProportions = false)
    {
        Check(features, labels);
        Check(validation, validationLabels);
        var standardiser = Standardiser.Of(features, keepsProportions);
        var rows = standardiser.Apply(features);
        var weights = new double[(labels.Max() + 1) * (standardiser.Width + 1)];
        SoftmaxProbe? best = null;
        var bestAccuracy = -1.0;
        foreach (var strength in Strengths)
        {
            Minimise(weights, rows, labels, strength);
            var probe = new SoftmaxProbe(standardiser, (double[])weights.Clone(), strength);
            var accuracy = probe.Accuracy(validation, validationLabels);
            if (accuracy > bestAccuracy) (best, bestAccuracy) = (probe, accuracy);
        }
        return best!;
    }

    /// <summary>The most probable class; among equals the first.</summary>
    public int Predict(ReadOnlySpan<float> row)
    {
        var logits = new double[Classes];
        Logits(weights, standardiser.Apply(row), logits);
        return TensorPrimitives.IndexOfMax<double>(logits);
    }

    /// <summary>The share of the rows whose class is predicted.</summary>
    public double Accuracy(float[][] features, int[] labels)
    {
        Check(features, labels);
        var right = 0;
        for (var row = 0; row < features.Length; row++)
            if (Predict(features[row]) == labels[row]) right++;
        return (double)right / features.Length;
    }

    private static void Minimise(double[] weights, double[][] rows, int[] labels, double strength) =>
        LimitedMemoryMinimiser.Run(weights, (point, gradient) => Loss(point, gradient, rows, labels, strength), GradientTolerance, MostIterations);

    private static double Loss(double[] weights, double[] gradient, double[][] rows, int[] labels, double strength)
    {
        var width = rows[0].Length;
        var probabilities = new double[weights.Length / (width + 1)];
        Array.Clear(gradient);
        var loss = 0.0;
        for (var row = 0; row < rows.Length; row++)
        {
            Logits(weights, rows[row], probabilities);
            var largest = TensorPrimitives.Max<double>(probabilities);
            loss -= probabilities[labels[row]] - largest;
            TensorPrimitives.Subtract(probabilities, largest, probabilities);
            TensorPrimitives.Exp<double>(probabilities, probabilities);
            var total = TensorPrimitives.Sum<double>(probabilities);
            loss += Math.Log(total);
            for (var k = 0; k < probabilities.Length; k++)
            {
                var error = (probabilities[k] / total - (k == labels[row] ? 1 : 0)) / rows.Length;
                var slope = gradient.AsSpan(k * (width + 1), width + 1);
                TensorPrimitives.MultiplyAdd(rows[row], error, slope[..width], slope[..width]);
                slope[width] += error;
            }
        }
        loss /= rows.Length;
        for (var start = 0; start < weights.Length; start += width + 1)
        {
            var row = weights.AsSpan(start, width);
            loss += strength / 2 * TensorPrimitives.SumOfSquares<double>(row);
            TensorPrimitives.MultiplyAdd(row, strength, gradient.AsSpan(start, width), gradient.AsSpan(start, width));
        }
        return loss;
    }

    private static void Logits(double[] weights, double[] row, double[] logits)
    {
        for (var k = 0; k < logits.Length; k++)
        {
            var start = k * (row.Length + 1);
            logits[k] = TensorPrimitives.Dot<double>(weights.AsSpan(start, row.Length), row) + weights[start + row.Length];
        }
    }

    private static void Check(float[][] features, int[] labels)
    {
        if (features.Length != labels.Length) throw new ArgumentException($"There are {features.Length} rows and {labels.Length} labels.", nameof(labels));
        if (features.Length == 0) throw new ArgumentException("There is no row.", nameof(features));
    }
}
