namespace ContextureDsl.Benchmarks.Emitted;

/// <summary>Clicks in which popular products are popular: both sides follow a power law, with groups of users that share taste.</summary>
public static class Clicks
{
    /// <summary>The same clicks for the same count.</summary>
    public static Click[] Of(int count)
    {
        var random = new Random(17);
        var products = Enumerable.Range(0, 20_000).Select(i => $"product-{i:D5}").ToArray();
        var baskets = Enumerable.Range(0, count / 8).Select(_ => NewGuid(random)).ToArray();
        var clicks = new Click[count];
        for (var i = 0; i < count; i++)
        {
            var user = (int)(50_000 * Math.Pow(random.NextDouble(), 2));
            var taste = user % 20;
            var product = random.NextDouble() < .5 ? (taste * 1_000) + (int)(1_000 * Math.Pow(random.NextDouble(), 3)) : (int)(20_000 * Math.Pow(random.NextDouble(), 3));
            clicks[i] = new(user, products[product], baskets[(i / 8 + random.Next(3)) % baskets.Length], 1 + (float)random.NextDouble());
        }
        return clicks;
    }

    private static Guid NewGuid(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }
}
