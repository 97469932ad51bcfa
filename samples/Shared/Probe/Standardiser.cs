using System.Numerics.Tensors;

namespace Samples.Probe;

/// <summary>Columns shifted to mean 0 and scaled on the training rows: each to variance 1, or all by one number to variance 1 on average. A constant column becomes zero.</summary>
public sealed class Standardiser
{
    private readonly double[] means;
    private readonly double[] scales;

    private Standardiser(double[] means, double[] scales)
    {
        this.means = means;
        this.scales = scales;
    }

    /// <summary>Number of columns.</summary>
    public int Width => means.Length;

    /// <summary>Learns means and scales.</summary>
    /// <param name="features">At least one row; all of one length, all numbers finite.</param>
    /// <param name="keepsProportions">One scale for all columns: their proportions are a part of the embedding (singular values, say) that a penalised probe should see.</param>
    /// <exception cref="ArgumentException">There is no row, rows differ in length, or a number is not finite.</exception>
    public static Standardiser Of(float[][] features, bool keepsProportions = false)
    {
        if (features.Length == 0) throw new ArgumentException("There is no row to learn from.", nameof(features));
        var (means, squares) = (new double[features[0].Length], new double[features[0].Length]);
        for (var row = 0; row < features.Length; row++)
        {
            if (features[row].Length != means.Length) throw new ArgumentException($"Row {row} has {features[row].Length} features, row 0 has {means.Length}.", nameof(features));
            for (var i = 0; i < means.Length; i++) means[i] += features[row][i];
        }
        TensorPrimitives.Divide(means, features.Length, means);
        foreach (var row in features)
            for (var i = 0; i < means.Length; i++) squares[i] += (row[i] - means[i]) * (row[i] - means[i]);
        if (Array.FindIndex(squares, square => !double.IsFinite(square)) is >= 0 and var column) throw new ArgumentException($"Feature {column} is not finite in every row.", nameof(features));
        if (keepsProportions) Array.Fill(squares, TensorPrimitives.Sum<double>(squares) / squares.Length);
        return new(means, Array.ConvertAll(squares, square => square > 0 ? Math.Sqrt(features.Length / square) : 0));
    }

    /// <summary>The standardised row, in double.</summary>
    public double[] Apply(ReadOnlySpan<float> row)
    {
        if (row.Length != Width) throw new ArgumentException($"The row has {row.Length} features, the probe was fitted on {Width}.", nameof(row));
        var standardised = new double[row.Length];
        for (var i = 0; i < row.Length; i++) standardised[i] = (row[i] - means[i]) * scales[i];
        return standardised;
    }

    /// <summary>All rows.</summary>
    public double[][] Apply(float[][] rows) => Array.ConvertAll(rows, row => Apply(row));
}
