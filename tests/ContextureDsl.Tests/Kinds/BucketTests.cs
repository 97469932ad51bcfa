namespace ContextureDsl.Tests.Kinds;

/// <summary>Numbers in buckets: where the edges lie, what new numbers get, errors.</summary>
public class BucketTests
{
    private sealed record Reading(string Place, double Value, double Weight = 1);

    private static Learned<string, Bucket> Learn(IEnumerable<Reading> rows, Buckets buckets) =>
        Contexture.Learn(rows, r => r.Input(row => row.Place).Context(row => row.Value, buckets), options: Exactly.Options);

    private static Reading[] Some(params double[] values) => [.. values.Select((value, i) => new Reading(i % 2 == 0 ? "even" : "odd", value))];

    private static string[] Intervals(Learned<string, Bucket> learned) => [.. learned.Variables.Known.OrderBy(bucket => bucket.From).Select(bucket => bucket.ToString())];

    [Fact]
    public void Quantiles_hold_the_same_number_of_rows() =>
        Assert.Equal(["(-∞, 4)", "[4, 7)", "[7, ∞)"], Intervals(Learn(Some(1, 2, 3, 4, 5, 6, 7, 8, 9), Buckets.Quantile(3))));

    [Fact]
    public void Ties_stay_together_and_edges_that_fall_together_are_one() =>
        Assert.Equal(["(-∞, 1)", "[1, ∞)"], Intervals(Learn(Some(0, 0, 0, 0, 0, 0, 0, 0, 1, 2), Buckets.Quantile(5))));

    [Fact]
    public void Weights_move_quantiles()
    {
        Reading[] rows = [new("a", 1, 6), new("b", 2), new("a", 3), new("b", 4, 4)];
        var learned = Contexture.Learn(rows, r => r.Input(row => row.Place).Context(row => row.Value, Buckets.Quantile(2)).Weight(row => row.Weight), options: Exactly.Options);
        Assert.Equal(["(-∞, 2)", "[2, ∞)"], Intervals(learned));
    }

    [Fact]
    public void Equal_width_is_from_the_smallest_to_the_largest() =>
        Assert.Equal(["(-∞, 2.5)", "[2.5, 5)", "[7.5, ∞)"], Intervals(Learn(Some(0, 1, 3, 10), Buckets.EqualWidth(4))));

    [Fact]
    public void Equal_width_over_the_whole_range_of_double() =>
        Assert.Equal(2, Learn(Some(double.MinValue, double.MaxValue), Buckets.EqualWidth(2)).Variables.Count);

    [Fact]
    public void Explicit_edges_belong_to_the_bucket_above()
    {
        var learned = Learn(Some(-1, 0, 0.5, 1.5, double.PositiveInfinity, double.NegativeInfinity), Buckets.At(0, 1.5));
        Assert.Equal(["(-∞, 0)", "[0, 1.5)", "[1.5, ∞)"], Intervals(learned));
        Assert.Contains("buckets at 0, 1.5", learned.Definition!.ToString(), StringComparison.Ordinal);
        Assert.Contains("context, counted", learned.Definition!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Buckets_are_the_context_that_a_selector_gives()
    {
        var rows = Some(1, 2, 3, 4, 5, 6, 7, 1, 2, 6);
        var declared = Learn(rows, Buckets.At(3, 5));
        var selected = Contexture.Learn(rows, r => r.Input(row => row.Place).Context(row => Bucket.Between(row.Value, 3, 5)), options: Exactly.Options);
        Assert.Equal(selected.Spectrum.Values, declared.Spectrum.Values);
        Assert.Equal(selected.Variables.Known, declared.Variables.Known);
    }

    [Theory]
    [InlineData(7.2, 5, 0, "[5, 10)")]
    [InlineData(-0.1, 5, 0, "[-5, 0)")]
    [InlineData(10, 5, 0, "[10, 15)")]
    [InlineData(1.9, 1, 0.5, "[1.5, 2.5)")]
    public void A_grid_needs_no_data(double value, double width, double origin, string interval) => Assert.Equal(interval, Bucket.OnGrid(value, width, origin).ToString());

    [Fact]
    public void A_grid_holds_the_number_whatever_the_rounding()
    {
        for (var i = 0; i < 1000; i++)
        {
            var bucket = Bucket.OnGrid(i * 0.1, 0.1);
            Assert.True(bucket.From <= i * 0.1 && i * 0.1 < bucket.To, $"{i}: {bucket}");
        }
    }

    [Fact]
    public void Not_a_number_names_the_event()
    {
        foreach (var buckets in (Buckets[])[Buckets.Quantile(2), Buckets.EqualWidth(2), Buckets.At(1)])
            Exactly.Says(Assert.Throws<InvalidNumberException>(() => Learn(Some(1, 2, double.NaN), buckets)), "Event 2 of Reading", "NaN", "row => row.Value", "Where");
        Exactly.Says(Assert.Throws<InvalidNumberException>(() => Bucket.OnGrid(double.NaN, 1)), "NaN");
        Exactly.Says(Assert.Throws<InvalidNumberException>(() => Bucket.Between(double.NaN, 1)), "NaN");
    }

    [Fact]
    public void Edges_are_not_learnt_from_infinity() =>
        Exactly.Says(Assert.Throws<InvalidNumberException>(() => Learn(Some(1, double.PositiveInfinity), Buckets.EqualWidth(2))), "Event 1", "Infinity", "cannot be learnt");

    [Fact]
    public void Numbers_that_are_all_the_same_have_one_bucket() =>
        Exactly.Says(Assert.Throws<DegenerateContextException>(() => Learn(Some(3, 3, 3, 3), Buckets.Quantile(4))), "(-∞, ∞)");

    [Fact]
    public void Values_without_meaning()
    {
        Exactly.Says(Assert.Throws<DeclarationException>(() => Buckets.Quantile(1)), "Quantile(1)", "2 to");
        Exactly.Says(Assert.Throws<DeclarationException>(() => Buckets.EqualWidth(0)), "EqualWidth(0)");
        Exactly.Says(Assert.Throws<DeclarationException>(() => Buckets.At()), "no edge");
        Exactly.Says(Assert.Throws<DeclarationException>(() => Buckets.At(1, 1)), "Edge 2", "ascend");
        Exactly.Says(Assert.Throws<DeclarationException>(() => Buckets.At(double.NaN)), "Edge 1", "NaN");
        Exactly.Says(Assert.Throws<DeclarationException>(() => Bucket.OnGrid(1, 0)), "width 0");
    }
}
