using ContextureDsl.Kernels;

namespace ContextureDsl.Observation;

/// <summary>Every column less its mean, divided by its standard deviation; what was learnt from the first rows is applied to all later ones.</summary>
public sealed class FeatureScaler
{
    private readonly double[] means;
    private readonly double[] deviations;

    private FeatureScaler(double[] means, double[] deviations)
    {
        this.means = means;
        this.deviations = deviations;
    }

    /// <summary>Means and deviations (of the population: divided by n) of the columns; the deviation of a constant column counts as 1.</summary>
    public static FeatureScaler Of(Block<double> points)
    {
        var means = new double[points.Width];
        var deviations = new double[points.Width];
        for (var column = 0; column < points.Width; column++)
        {
            double mean = 0, rest = 0, sum = 0;
            for (var x = 0; x < points.Rows; x++) mean += points.Values[x * points.Width + column] / points.Rows;
            for (var x = 0; x < points.Rows; x++) rest += (points.Values[x * points.Width + column] - mean) / points.Rows;
            mean += rest;
            var largest = 0.0;
            for (var x = 0; x < points.Rows; x++) largest = Math.Max(largest, Math.Abs(points.Values[x * points.Width + column] - mean));
            means[column] = mean;
            deviations[column] = 1;

            // A constant column differs from its mean by rounding only; dividing by the largest difference keeps the squares in range.
            if (!(largest > 1e-14 * Math.Abs(mean))) continue;
            for (var x = 0; x < points.Rows; x++)
            {
                var part = (points.Values[x * points.Width + column] - mean) / largest;
                sum += part * part;
            }
            deviations[column] = largest * Math.Sqrt(sum / points.Rows);
        }
        return new(means, deviations);
    }

    /// <summary>Scales the points in place.</summary>
    public void Apply(Block<double> points)
    {
        for (var x = 0; x < points.Rows; x++)
        {
            var row = points.Values.AsSpan(x * points.Width, points.Width);
            for (var column = 0; column < row.Length; column++) row[column] = (row[column] - means[column]) / deviations[column];
        }
    }
}
