using System.Collections;

namespace ContextureDsl.Tests.Execution;

/// <summary>A source may be a query that is dear, or a stream that cannot be read twice.</summary>
public class SingleReadingTests
{
    [Fact]
    public void A_source_of_several_parts_is_read_once()
    {
        var (rows, items) = (new Source<Sale>(Rows.Table(6, 5)), new Source<Item>([new("p0", 0), new("p1", 1)]));
        var learned = new Several().Learn(rows, items);
        Assert.Equal((1, 1), (rows.Started, rows.Ended));
        Assert.Equal((1, 1), (items.Started, items.Ended));
        Assert.Equal(["s => s.Basket!", "length", "basket again", "i => i.Genre"], learned.Parts.Select(part => part.Name));
        Assert.All(learned.Parts.Take(3), part => Assert.Equal(Rows.Table(6, 5).Length, part.Summary.Rows));
    }

    [Fact]
    public async Task The_same_from_asynchronous_rows()
    {
        var (rows, items) = (new Source<Sale>(Rows.Table(6, 5)), new Source<Item>([new("p0", 0), new("p1", 1)]));
        await new Several().LearnAsync(rows, items);
        Assert.Equal((1, 1), (rows.Started, rows.Ended));
        Assert.Equal((1, 1), (items.Started, items.Ended));
    }

    [Fact]
    public void A_source_is_closed_when_a_row_is_bad()
    {
        var rows = new Source<Sale>([new("p", "a"), new(null, "b"), new("p", "b")]);
        Assert.Throws<NullKeyException>(() => Contexture.Learn(rows, s => s.Input(x => x.Product!).Context(x => x.Basket!)));
        Assert.Equal((1, 1), (rows.Started, rows.Ended));
    }

    [Fact]
    public void Selectors_run_once_a_row()
    {
        var (inputs, contexts, weights, filters) = (0, 0, 0, 0);
        var rows = Rows.Table(4, 3);
        Contexture.Learn(rows, s => s.Where(_ => ++filters > 0).Input(x => ++inputs > 0 ? x.Product! : "").Context(x => ++contexts > 0 ? x.Basket! : "").Weight(_ => ++weights > 0 ? 1 : 0));
        Assert.Equal((rows.Length, rows.Length, rows.Length, rows.Length), (inputs, contexts, weights, filters));
    }

    private sealed class Several : Contexture<string>.From<Sale, Item>
    {
        protected override Definition<string> Define(Events<Sale> sales, Events<Item> items) => Mix.Convex<string>(
            sales.Input(s => s.Product!).Context(s => s.Basket!),
            sales.Input(s => s.Product!).Context(s => s.Basket!.Length).Named("length"),
            sales.Where(s => s.Weight > 0).Input(s => s.Product!).Context(s => s.Basket!).Named("basket again"),
            items.Input(i => i.Product).Context(i => i.Genre));
    }

    private sealed class Source<T>(IReadOnlyCollection<T> rows) : IEnumerable<T>, IAsyncEnumerable<T>
    {
        public int Started { get; private set; }

        public int Ended { get; private set; }

        public IEnumerator<T> GetEnumerator()
        {
            Started++;
            try
            {
                foreach (var row in rows) yield return row;
            }
            finally
            {
                Ended++;
            }
        }

        public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            foreach (var row in this)
            {
                await Task.Yield();
                yield return row;
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
