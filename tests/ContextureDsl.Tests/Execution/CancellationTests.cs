using System.Runtime.CompilerServices;

namespace ContextureDsl.Tests.Execution;

/// <summary>Promptness is counted in rows and rounds, not in seconds: after the token is cancelled nothing more is asked for.</summary>
public class CancellationTests
{
    private int produced;

    [Fact]
    public async Task A_token_that_is_cancelled_before()
    {
        var token = new CancellationToken(canceled: true);
        var told = new Recorded();
        // The first row could not be learnt from, and there is no row at all: being cancelled comes first.
        AssertStopped(token, () => new Baskets().Learn(Count([new Sale(null, null, double.NaN)]), progress: told, cancellationToken: token));
        AssertStopped(token, () => Contexture.Learn(Count<Sale>([]), Declared, progress: told, cancellationToken: token));
        AssertStopped(token, () => new Both().Learn(Count(Rows.Table(4, 3)), Count<Item>([]), progress: told, cancellationToken: token));
        await AssertStoppedAsync(token, () => new Baskets().LearnAsync(Count(Rows.Table(4, 3)).ToAsyncEnumerable(), progress: told, cancellationToken: token));
        Assert.Equal(0, produced);
        Assert.Empty(told.Reports);
    }

    [Fact]
    public void While_an_endless_source_is_read()
    {
        using var source = new CancellationTokenSource();
        AssertStopped(source.Token, () => new Baskets().Learn(Endless(source, after: 10), cancellationToken: source.Token));
        Assert.Equal(10, produced);
    }

    [Fact]
    public void While_rows_are_left_out()
    {
        using var source = new CancellationTokenSource();
        AssertStopped(source.Token, () => Contexture.Learn(Endless(source, after: 20), s => Declared(s.Where(_ => false)), cancellationToken: source.Token));
        Assert.Equal(20, produced);
    }

    [Fact]
    public void With_the_last_row()
    {
        using var source = new CancellationTokenSource();
        var told = new Recorded();
        AssertStopped(source.Token, () => new Baskets().Learn(Endless(source, after: 12).Take(12), progress: told, cancellationToken: source.Token));
        Assert.DoesNotContain(told.Reports, report => report.Stage == "counting");
    }

    [Fact]
    public void While_the_second_source_is_read()
    {
        using var source = new CancellationTokenSource();
        var items = Endless(source, after: 7).Select(s => new Item(s.Product!, 1));
        AssertStopped(source.Token, () => new Both().Learn(Rows.Table(4, 3), items, cancellationToken: source.Token));
        Assert.Equal(7, produced);
    }

    [Fact]
    public async Task While_an_endless_asynchronous_source_is_read()
    {
        using var source = new CancellationTokenSource();
        await AssertStoppedAsync(source.Token, () => new Baskets().LearnAsync(EndlessAsync(source, after: 10), cancellationToken: source.Token));
        Assert.Equal(10, produced);
    }

    [Fact]
    public async Task While_an_asynchronous_source_waits()
    {
        using var source = new CancellationTokenSource();
        var learning = new Both().LearnAsync(Rows.Table(4, 3).ToAsyncEnumerable(), Waiting(source), cancellationToken: source.Token);
        // The source never gives a row: a minute is long enough to say that nobody told it to stop.
        await AssertStoppedAsync(source.Token, () => learning.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Before_the_decomposition()
    {
        using var source = new CancellationTokenSource();
        var told = new Recorded(report =>
        {
            if (report.Stage == "counting") source.Cancel();
        });
        AssertStopped(source.Token, () => new Baskets().Learn(Rows.Table(4, 3), progress: told, cancellationToken: source.Token));
        Assert.Equal("counting", told.Reports[^1].Stage);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 3)]
    public async Task During_the_decomposition(int round, int threads)
    {
        var rows = Rows.Groups(3000, 2500, 30_000);
        using var source = new CancellationTokenSource();
        var told = new Recorded(report =>
        {
            if (report.Stage == "decomposing" && report.Done == round) source.Cancel();
        });
        var options = new LearnOptions { Rank = 16, Threads = threads };
        AssertStopped(source.Token, () => new Groups().Learn(rows, options, told, source.Token));
        Assert.Equal(("decomposing", round), (told.Reports[^1].Stage, told.Reports[^1].Done));

        using var other = new CancellationTokenSource();
        var toldLater = new Recorded(report =>
        {
            if (report.Stage == "decomposing" && report.Done == round) other.Cancel();
        });
        await AssertStoppedAsync(other.Token, () => new Groups().LearnAsync(rows.ToAsyncEnumerable(), options, toldLater, other.Token));
        Assert.Equal(told.Reports.Count(report => report.Stage == "decomposing"), toldLater.Reports.Count(report => report.Stage == "decomposing"));
    }

    private static void AssertStopped(CancellationToken token, Action learn) => Assert.Equal(token, Assert.ThrowsAny<OperationCanceledException>(learn).CancellationToken);

    private static async Task AssertStoppedAsync(CancellationToken token, Func<Task> learn) =>
        Assert.Equal(token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(learn)).CancellationToken);

    private IEnumerable<T> Count<T>(IEnumerable<T> rows)
    {
        foreach (var row in rows)
        {
            produced++;
            yield return row;
        }
    }

    private IEnumerable<Sale> Endless(CancellationTokenSource source, int after)
    {
        while (true)
        {
            if (++produced == after) source.Cancel();
            // An error in its own right, so that a missing stop does not fill the memory.
            Assert.True(produced <= after, "A row was asked for after the token had been cancelled.");
            yield return new($"p{produced % 5}", $"b{produced % 3}");
        }
    }

    private async IAsyncEnumerable<Sale> EndlessAsync(CancellationTokenSource source, int after)
    {
        foreach (var row in Endless(source, after))
        {
            await Task.Yield();
            yield return row;
        }
    }

    private static async IAsyncEnumerable<Item> Waiting(CancellationTokenSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        source.CancelAfter(TimeSpan.FromMilliseconds(1));
        await Task.Delay(Timeout.Infinite, cancellationToken);
        yield break;
    }

    private static Context<string, string> Declared(Events<Sale> sales) => sales.Input(s => s.Product!).Context(s => s.Basket!).Weight(s => s.Weight);

    private sealed class Baskets : Contexture<string, string>.From<Sale>
    {
        protected override Context<string, string> Define(Events<Sale> sales) => Declared(sales);
    }

    private sealed class Both : Contexture<string>.From<Sale, Item>
    {
        protected override Definition<string> Define(Events<Sale> sales, Events<Item> items) =>
            Mix.Convex<string>(Declared(sales), items.Input(i => i.Product).Context(i => i.Genre));
    }

    private sealed class Groups : Contexture<int, int>.From<(int Product, int Basket)>
    {
        protected override Context<int, int> Define(Events<(int Product, int Basket)> rows) => rows.Input(r => r.Product).Context(r => r.Basket);
    }
}
