namespace ContextureDsl.Tests.Kinds;

/// <summary>Learns in double precision and compares with closed forms.</summary>
internal static class Exactly
{
    /// <summary>Everything stays, however rare: closed forms are of the whole law.</summary>
    public static readonly LearnOptions Options = new() { Precision = Precision.Double, Tolerance = 1e-12, RarePairs = RarePairs.Keep };

    /// <summary>s₁, s₂, … up to 1e-10; everything after the given values is zero, which shows as rounding.</summary>
    public static void Spectrum<TInput>(Learned<TInput> learned, params IEnumerable<double> expected)
        where TInput : notnull
    {
        var values = expected.ToArray();
        Assert.True(learned.Rank >= values.Length, $"{learned.Rank} functions, {values.Length} expected.");
        for (var i = 0; i < learned.Rank; i++)
        {
            var wanted = i < values.Length ? values[i] : 0;

            // The square root of rounding: a value of zero comes from 1 - s², not from s.
            Assert.True(Math.Abs(wanted - learned.Spectrum.Values[i]) <= (wanted == 0 ? 1e-7 : 1e-10), FormattableString.Invariant($"s{i + 1}: expected {wanted:R}, got {learned.Spectrum.Values[i]:R}"));
        }
        Assert.Equal(values.Sum(s => s * s), learned.Spectrum.TotalChiSquared!.Value, 1e-9);
    }

    /// <summary>An error says all of this.</summary>
    public static void Says(Exception error, params string[] parts) => Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
}
