using CsCheck;

namespace ContextureDsl.Tests.Observation;

/// <summary>Random rows with many repeated pairs, some filtered out, weightless or empty.</summary>
internal static class RowGen
{
    private static readonly DateTimeOffset Start = new(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(5));

    private static readonly Gen<double> Weight = Gen.OneOf(Gen.Const(1.0), Gen.Const(0.0), Gen.Double[0.01, 10], Gen.Double[1e-200, 1e-190], Gen.Double[1e100, 1e110]);

    private static readonly Gen<double> PlainWeight = Gen.OneOf(Gen.Const(1.0), Gen.Const(0.0), Gen.Double[0.01, 10]);

    private static readonly Gen<int[]> Values = Gen.Int[0, 6].Array[0, 4];

    /// <param name="spanDays">The rows lie within this many days.</param>
    /// <param name="wildWeights">Whether weights span hundreds of decimal powers.</param>
    /// <param name="most">At most this many rows; at least one.</param>
    public static Gen<Row[]> Rows(double spanDays = 10, bool wildWeights = false, int most = 60) =>
        Gen.Select(Gen.Int[-1, 6], Gen.Int[0, 6], wildWeights ? Weight : PlainWeight, Gen.Double[0, 1], Values, Values)
            .Select((x, a, weight, time, xs, variables) => new Row(x, a, weight, Start.AddDays(time * spanDays), xs, variables))
            .Array[1, most];

    public static readonly Gen<Duplicates> Policy = OneOf(Duplicates.Sum, Duplicates.Once, Duplicates.Largest, Duplicates.Mean, Duplicates.Reject);

    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
