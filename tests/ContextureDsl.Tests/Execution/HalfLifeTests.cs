namespace ContextureDsl.Tests.Execution;

public class HalfLifeTests
{
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(3);

    private static readonly DateTimeOffset Start = new(2024, 2, 27, 5, 30, 0, TimeSpan.Zero);

    /// <summary>A table whose rows are spread over a month, with weights.</summary>
    private static readonly Sale[] Sales = [.. Rows.Table(6, 5).Select((row, i) => row with { At = Start.AddHours(i * 719 % 700), Weight = 1 + i % 3 })];

    [Fact]
    public void A_row_counts_half_for_every_half_life_since_the_latest_row()
    {
        var latest = Sales.Max(row => row.At);
        var expected = Contexture.Learn(Sales, s => s.Input(x => x.Product!).Context(x => x.Basket!).Weight(x => x.Weight * Math.Pow(2, -((latest - x.At) / HalfLife))), options: Exact);
        var actual = Learn(Sales);
        Vectors.AssertClose(expected.Spectrum.Values, actual.Spectrum.Values, 1e-12);
        foreach (var product in expected.Encoder.Known) Assert.Equal(expected.Encoder.Marginal(product), actual.Encoder.Marginal(product), 1e-13);
        foreach (var basket in expected.Variables.Known) Assert.Equal(expected.Variables.Marginal(basket), actual.Variables.Marginal(basket), 1e-13);
        Assert.Equal((Sales.Min(row => row.At), latest), (actual.Parts[0].Summary.Earliest, actual.Parts[0].Summary.Latest));

        var unaged = Contexture.Learn(Sales, s => Define(s).Time(x => x.At), options: Exact);
        Assert.True(Math.Abs(unaged.Spectrum.Values[0] - actual.Spectrum.Values[0]) > 1e-3, "the half-life has no effect");
        Assert.Equal(latest, unaged.Parts[0].Summary.Latest);
    }

    [Fact]
    public void Two_rows_one_half_life_apart()
    {
        Sale[] rows = [new("old", "a", At: Start), new("new", "a", At: Start + HalfLife), new("new", "b", At: Start + HalfLife)];
        var learned = Learn(rows);
        Assert.Equal(0.2, learned.Encoder.Marginal("old"), 1e-15);
        Assert.Equal(0.6, learned.Variables.Marginal("a"), 1e-15);
    }

    [Fact]
    public void Only_ages_matter_not_the_day_nor_the_clock()
    {
        var expected = Vectors.Bits(Learn(Sales));
        // A whole number of half-lives changes no fraction, so not a bit; the same instant in another zone changes nothing.
        Assert.Equal(expected, Vectors.Bits(Learn([.. Sales.Select(row => row with { At = row.At - 4000 * HalfLife })])));
        Assert.Equal(expected, Vectors.Bits(Learn([.. Sales.Select(row => row with { At = row.At.ToOffset(TimeSpan.FromHours(9.5)) })])));
        var shifted = Learn([.. Sales.Select(row => row with { At = row.At.AddSeconds(12_345_678.9) })]);
        Vectors.AssertClose(Learn(Sales).Spectrum.Values, shifted.Spectrum.Values, 1e-13);
    }

    [Fact]
    public void Rows_that_do_not_count_are_not_the_latest()
    {
        Sale[] rows = [.. Sales, new("p0", "b0", 0, Start.AddYears(3)), new("nobody", "b0", 1, Start.AddYears(5))];
        Context<string, string> Filtered(Events<Sale> s) => Define(s.Where(x => x.Product != "nobody")).Time(x => x.At, HalfLife);
        var learned = Contexture.Learn(rows, Filtered, options: Exact);
        Assert.Equal(Sales.Max(row => row.At), learned.Parts[0].Summary.Latest);
        Assert.Equal(Vectors.Bits(Learn(Sales)), Vectors.Bits(learned));
    }

    [Fact]
    public void Centuries_of_ages_do_no_harm()
    {
        Sale[] rows = [.. Sales, new("p0", "b0", 1, DateTimeOffset.MinValue), new("ancient", "b0", 1, DateTimeOffset.MinValue)];
        var learned = Learn(rows);
        Vectors.AssertClose(Learn(Sales).Spectrum.Values, learned.Spectrum.Values, 1e-13);
        Assert.False(learned.Encoder.Contains("ancient"));
        Assert.Equal(1, learned.Parts[0].Summary.RareInputs);
    }

    private static LearnOptions Exact => new() { Precision = Precision.Double, Tolerance = 1e-10 };

    private static ObservedContext<Sale, string, string> Define(Events<Sale> s) => s.Input(x => x.Product!).Context(x => x.Basket!).Weight(x => x.Weight);

    private static Learned<string, string> Learn(Sale[] rows) => Contexture.Learn(rows, s => Define(s).Time(x => x.At, HalfLife), options: Exact);
}
