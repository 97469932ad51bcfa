namespace ContextureDsl.Tests.Execution;

public class LearnAsyncTests
{
    [Fact]
    public async Task Gives_what_Learn_gives()
    {
        var rows = Rows.Table(12, 9);
        var options = new LearnOptions { Rank = 4, Embedding = Embedding.HalfScaled };
        var expected = new Baskets().Learn(rows, options);
        Assert.Equal(Vectors.Bits(expected), Vectors.Bits(await new Baskets().LearnAsync(rows.ToAsyncEnumerable(), options)));
        Assert.Equal(Vectors.Bits(expected), Vectors.Bits(await new Baskets().LearnAsync(Yielding(rows), options)));
        Assert.Equal(expected.Parts, (await new Baskets().LearnAsync(Yielding(rows), options)).Parts);
    }

    [Fact]
    public async Task Reads_two_sources_one_after_the_other()
    {
        var sales = Rows.Table(6, 5);
        Item[] items = [new("p0", 0), new("p1", 1), new("p2", 0), new("new", 1), new("p3", 2)];
        var expected = new Both().Learn(sales, items);
        var order = new List<string>();
        var actual = await new Both().LearnAsync(Yielding(sales, () => order.Add("sale")), Yielding(items, () => order.Add("item")));
        Assert.Equal(Values(expected), Values(actual));
        Assert.Equal([.. Enumerable.Repeat("sale", sales.Length), .. Enumerable.Repeat("item", items.Length)], order);
        Assert.Equal(expected.Parts, actual.Parts);
        foreach (var product in expected.Encoder.Known) Assert.Equal(Vectors.Of(expected.Encoder, product), Vectors.Of(actual.Encoder, product));
    }

    [Fact]
    public async Task One_declaration_learns_several_times_at_once()
    {
        var (declaration, rows, others) = (new Baskets(), Rows.Table(12, 9), Rows.Table(8, 7, seed: 5));
        var learned = await Task.WhenAll(declaration.LearnAsync(Yielding(rows)), declaration.LearnAsync(Yielding(others)), declaration.LearnAsync(Yielding(rows)));
        Assert.Equal(Vectors.Bits(declaration.Learn(rows)), Vectors.Bits(learned[0]));
        Assert.Equal(Vectors.Bits(declaration.Learn(others)), Vectors.Bits(learned[1]));
        Assert.Equal(Vectors.Bits(learned[0]), Vectors.Bits(learned[2]));
    }

    [Fact]
    public async Task What_a_source_throws_reaches_the_caller()
    {
        var rows = Rows.Table(4, 3);
        static IEnumerable<Sale> Breaking(Sale[] rows)
        {
            foreach (var row in rows) yield return row;
            throw new IOException("the file ends in the middle of a row");
        }
        Assert.Throws<IOException>(() => new Baskets().Learn(Breaking(rows)));
        await Assert.ThrowsAsync<IOException>(() => new Baskets().LearnAsync(Breaking(rows).ToAsyncEnumerable()));
        await Assert.ThrowsAsync<ArgumentNullException>("second", () => new Both().LearnAsync(rows.ToAsyncEnumerable(), null!));
    }

    private static double[] Values(Learned<string> learned) => [.. learned.Spectrum.Values];

    private static async IAsyncEnumerable<T> Yielding<T>(IEnumerable<T> rows, Action? each = null)
    {
        foreach (var row in rows)
        {
            await Task.Yield();
            each?.Invoke();
            yield return row;
        }
    }

    private sealed class Baskets : Contexture<string, string>.From<Sale>
    {
        protected override Context<string, string> Define(Events<Sale> sales) => sales.Input(s => s.Product!).Context(s => s.Basket!);
    }

    private sealed class Both : Contexture<string>.From<Sale, Item>
    {
        protected override Definition<string> Define(Events<Sale> sales, Events<Item> items) =>
            Mix.Convex((0.6, sales.Input(s => s.Product!).Context(s => s.Basket!)), (0.4, items.Input(i => i.Product).Context(i => i.Genre)));
    }
}
