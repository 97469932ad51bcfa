namespace ContextureDsl.Tests.Execution;

/// <summary>Rows whose spectrum is known well enough to compare results.</summary>
internal static class Rows
{
    /// <summary>A connected table of random counts: dense, small, without equal singular values.</summary>
    public static Sale[] Table(int products, int baskets, int seed = 1)
    {
        var random = new Random(seed);
        var rows = new List<Sale>();
        for (var product = 0; product < products; product++)
            for (var basket = 0; basket < baskets; basket++)
                for (var repeats = 1 + random.Next(9); repeats > 0; repeats--) rows.Add(new($"p{product}", $"b{basket}"));
        return Shuffled(rows, seed);
    }

    /// <summary>
    /// Groups of products and baskets that go together more or less firmly: s₁ … s₆ are apart by some 0.05, and everything after is noise below 0.5. More rows than one range of work on both
    /// sides, so that threads have something to share, and too large for the dense path.
    /// </summary>
    public static (int Product, int Basket)[] Groups(int products = 5000, int baskets = 4500, int events = 80_000, int seed = 1)
    {
        const int groups = 7;
        var random = new Random(seed);
        var rows = new (int, int)[events];
        for (var i = 0; i < events; i++)
        {
            var product = i % products;
            var group = product % groups;
            var basket = random.Next(baskets);
            if (random.NextDouble() < 0.95 - 0.05 * group) basket = basket / groups * groups + group;
            rows[i] = (product, Math.Min(basket, baskets - 1));
        }
        random.Shuffle(rows);
        return rows;
    }

    /// <summary>Fisher–Yates with a seed.</summary>
    public static T[] Shuffled<T>(IEnumerable<T> rows, int seed)
    {
        var shuffled = rows.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }
}
