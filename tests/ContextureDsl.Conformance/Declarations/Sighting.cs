namespace ContextureDsl.Conformance.Declarations;

/// <summary>A row with a value of every type that a key may have.</summary>
internal sealed record Sighting(
    string Text, bool Flag, byte Small, sbyte Signed, short Short, ushort UnsignedShort, int Number, uint Unsigned, long Long, ulong UnsignedLong, char Letter,
    Colour Colour, Scale Scale, Guid Id, DateOnly Day, (string? Name, Colour Colour) Pair, Place Place, Tone Tone, decimal Price, float Weight, DateTimeOffset At, string[] Tags, List<int> Codes)
{
    /// <summary>Rows whose values are spread over a given number of kinds each, some often and some seldom.</summary>
    public static Sighting[] Some(int seed, int rows, int kinds)
    {
        var random = new Random(seed);
        var values = new Sighting[rows];
        for (var i = 0; i < rows; i++) values[i] = One(random, kinds);
        return values;
    }

    private static Sighting One(Random random, int kinds)
    {
        // The square of a uniform number: small kinds are frequent.
        int Kind(int most) => (int)(Math.Pow(random.NextDouble(), 2) * Math.Min(kinds, most));
        return new(
            "t" + Kind(kinds), Kind(2) == 1, (byte)Kind(256), (sbyte)(Kind(256) - 128), (short)-Kind(30000), (ushort)(65535 - Kind(30000)), -Kind(kinds), uint.MaxValue - (uint)Kind(kinds),
            long.MinValue + Kind(kinds), ulong.MaxValue - (ulong)Kind(kinds), (char)('a' + Kind(20000)),
            (Colour)(Kind(6) - 1), (Scale)(Kind(kinds) * 1_000_000L), new Guid(Kind(kinds), 0, 0, new byte[8]), new DateOnly(2026, 1, 1).AddDays(Kind(kinds)),
            (Kind(5) == 0 ? null : "n" + Kind(kinds), (Colour)Kind(4)), new((short)Kind(kinds), Kind(3) == 0 ? null : "p" + Kind(7)), new("o" + Kind(kinds)),
            Kind(5) / 2m, Kind(4), DateTimeOffset.UnixEpoch.AddMinutes(random.Next(100_000)),
            [.. Enumerable.Range(0, Kind(4)).Select(_ => "g" + Kind(kinds))], [.. Enumerable.Range(0, Kind(5)).Select(_ => Kind(kinds))]);
    }
}
