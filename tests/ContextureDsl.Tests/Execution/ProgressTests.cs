namespace ContextureDsl.Tests.Execution;

public class ProgressTests
{
    [Fact]
    public void Stages_come_in_order_with_sensible_numbers()
    {
        var rows = Rows.Groups(1200, 1000, 150_000);
        var told = new Recorded();
        var learned = Contexture.Learn(rows, r => r.Input(x => x.Product).Context(x => x.Basket), 6, progress: told);

        Assert.Equal(["reading ValueTuple`2", "counting", "decomposing"], Stages(told));
        var reading = told.Reports.Where(report => report.Stage.StartsWith("reading")).ToArray();
        Assert.Equal([65_536, 131_072, 150_000], reading.Select(report => report.Done));
        Assert.All(reading, report => Assert.Equal((150_000L, double.NaN), (report.Total!.Value, report.Residual)));

        Assert.Equal((0, null, double.NaN), told.Reports.Where(report => report.Stage == "counting").Select(report => (report.Done, report.Total, report.Residual)).Single());

        var rounds = told.Reports.Where(report => report.Stage == "decomposing").ToArray();
        Assert.NotEqual(0, learned.Spectrum.Iterations);
        Assert.Equal(Enumerable.Range(1, learned.Spectrum.Iterations).Select(round => (long)round), rounds.Select(report => report.Done));
        Assert.All(rounds, report => Assert.Null(report.Total));
        Assert.True(double.IsNaN(rounds[0].Residual));
        Assert.InRange(rounds[^1].Residual, 0, 1e-5);
        Assert.Equal(learned.Spectrum.Residuals.Max(), rounds[^1].Residual, 1e-5);
    }

    [Fact]
    public void Every_source_is_told_with_what_is_known_of_its_length()
    {
        Item[] items = [new("p0", 1), new("p1", 2), new("p2", 1)];
        var told = new Recorded();
        Contexture.Learn(Rows.Table(5, 4).Where(_ => true), items, (s, i) => Mix.Convex<string>(
            s.Input(x => x.Product!).Context(x => x.Basket!), i.Input(x => x.Product).Context(x => x.Genre)), progress: told);
        var sales = Rows.Table(5, 4).Length;
        Assert.Equal([("reading Sale", sales, null), ("reading Item", 3L, 3L), ("counting", 0, null)], told.Reports.Select(report => (report.Stage, report.Done, report.Total)));
    }

    [Fact]
    public async Task Asynchronous_rows_have_no_known_length()
    {
        var told = new Recorded();
        await new Baskets().LearnAsync(Rows.Table(5, 4).ToAsyncEnumerable(), progress: told);
        Assert.Equal([("reading Sale", (long)Rows.Table(5, 4).Length, null), ("counting", 0, null)], told.Reports.Select(report => (report.Stage, report.Done, report.Total)));
    }

    /// <summary>Each run of equal stages once.</summary>
    private static IEnumerable<string> Stages(Recorded told) =>
        told.Reports.Select(report => report.Stage).Where((stage, i) => i == 0 || told.Reports[i - 1].Stage != stage);

    private sealed class Baskets : Contexture<string, string>.From<Sale>
    {
        protected override Context<string, string> Define(Events<Sale> sales) => sales.Input(s => s.Product!).Context(s => s.Basket!);
    }
}
