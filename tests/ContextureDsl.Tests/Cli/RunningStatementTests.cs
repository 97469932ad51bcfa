using ContextureDsl.DuckDb;

namespace ContextureDsl.Tests.Cli;

public class RunningStatementTests
{
    /// <summary>Hours of work, if nothing stops it.</summary>
    private const string Long = "SELECT sum(hash(a.range + b.range)) FROM range(2000000) a, range(2000000) b";

    [Fact]
    public void An_error_of_the_one_who_is_told_stops_the_statement_and_comes_out_where_it_was_run()
    {
        using var engine = new Engine(new(), CancellationToken.None);
        var told = 0;
        var error = Assert.Throws<InvalidDataException>(() => engine.Execute(Long, _ =>
        {
            told++;
            throw new InvalidDataException("from the callback");
        }));
        Assert.Equal("from the callback", error.Message);
        Assert.Equal(1, told);

        var count = 0L;
        engine.Read("SELECT count(*) FROM range(7)", row => count = row.GetInt64(0));
        Assert.Equal(7, count);
    }

    [Fact]
    public void The_one_who_is_told_may_cancel()
    {
        using var source = new CancellationTokenSource();
        using var engine = new Engine(new(), source.Token);
        var told = 0;
        var error = Assert.ThrowsAny<OperationCanceledException>(() => engine.Execute(Long, _ =>
        {
            told++;
            source.Cancel();
        }));
        Assert.Equal((source.Token, 1), (error.CancellationToken, told));
    }
}
