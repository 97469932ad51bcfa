namespace ContextureDsl.Observation;

/// <summary>
/// Forgetting by age, w · 2^(−(latest − t) / h), while the latest row is not known yet: a row's weight is w · 2^(t/h) with t counted from year 1, kept as a
/// significand and a whole power of two, so that no span is too long; the power of the latest row is taken out at the end.
/// </summary>
/// <remarks>
/// Shifting a sum by a whole power of two is exact, so the result has the same bits wherever the reference stood meanwhile. The fraction of t/h comes from
/// whole ticks and is exact to one rounding.
/// </remarks>
internal sealed class HalfLifeScale(TimeSpan halfLife)
{
    /// <summary>Weights below 2^-900 of the heaviest row are nothing. Sums lose bits only below 2^-1022, far enough away never to matter.</summary>
    public const double Smallest = 1.1830521861667747E-271; // 2^-900

    /// <summary>The weight at its age: significand in [1, 4) times 2^exponent. The weight is positive and finite.</summary>
    public (double Significand, long Exponent) Aged(double weight, DateTimeOffset time)
    {
        var (halvings, fraction) = Split(time);
        var binary = Math.ILogB(weight);
        return (Math.ScaleB(weight, -binary) * Math.Pow(2, fraction), halvings + binary);
    }

    /// <summary>The final weight of a pair whose sum is relative to 2^reference; zero where nothing is left.</summary>
    public double Final(double relative, long reference, DateTimeOffset latest)
    {
        if (relative < Smallest) return 0;
        var (halvings, fraction) = Split(latest);
        return Shift(relative * Math.Pow(2, -fraction), reference - halvings);
    }

    /// <summary>value · 2^exponent; zero or infinite where a double ends.</summary>
    public static double Shift(double value, long exponent) => Math.ScaleB(value, (int)Math.Clamp(exponent, -4096, 4096));

    private (long Halvings, double Fraction) Split(DateTimeOffset time)
    {
        var (halvings, rest) = Math.DivRem(time.UtcTicks, halfLife.Ticks);
        return (halvings, rest / (double)halfLife.Ticks);
    }
}
