namespace ContextureDsl.Spectral;

/// <summary>Borders of fixed ranges of rows, which depend on the data only.</summary>
internal static class WorkRanges
{
    /// <summary>Non-zeros of one range of work: about 50 µs at width 8, so that cancellation is seen at once and two threads share evenly.</summary>
    private const int Size = 1 << 15;

    /// <summary>Borders such that every range holds about as many non-zeros. Empty rows count as one.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="before">The non-zeros of all rows before a row.</param>
    public static int[] Of(int rows, Func<int, long> before)
    {
        var borders = new List<int> { 0 };
        var reached = 0L;
        for (var row = 1; row < rows; row++)
        {
            var work = before(row) + row;
            if (work - reached < Size) continue;
            borders.Add(row);
            reached = work;
        }

        borders.Add(rows);
        return [.. borders];
    }
}
