namespace ContextureDsl.Spectral;

/// <summary>Which singular values count as equal.</summary>
internal static class Plateaus
{
    /// <summary>
    /// Values closer than this are equal however small their residuals are: values of a dense decomposition carry some tens of rounding errors.
    /// </summary>
    public static double Floor<T>() => typeof(T) == typeof(float) ? 4e-6 : 1e-12;

    /// <summary>
    /// Up to which distance two neighbouring values are equal: the larger of their measured residuals, since a residual of the size of a gap turns the functions on both
    /// sides of it into one another, and at least <see cref="Floor"/>.
    /// </summary>
    public static double Resolution<T>(double residual, double next) => Math.Max(Floor<T>(), Math.Max(residual, next));

    /// <summary>The maximal runs of at least two equal neighbours.</summary>
    /// <param name="values">Values in descending order.</param>
    /// <param name="residuals">Their residuals.</param>
    public static List<Range> Of<T>(double[] values, double[] residuals)
    {
        var plateaus = new List<Range>();
        var first = 0;
        for (var i = 1; i <= values.Length; i++)
        {
            if (i < values.Length && values[i - 1] - values[i] <= Resolution<T>(residuals[i - 1], residuals[i])) continue;
            if (i - first > 1) plateaus.Add(first..i);
            first = i;
        }

        return plateaus;
    }
}
