namespace ContextureDsl;

/// <summary>Finds the known key that a mistyped one was meant to be, by edit distance, with bounded work.</summary>
internal static class NearestText
{
    private const int LongestText = 64;
    private const long MostCells = 8_000_000;

    /// <summary>
    /// The key of smallest edit distance, ties by position; null where none is within a third of the text's length (at least two), or where the text is
    /// longer than 64 characters. Stops after 8 million table cells, so a very large alphabet is searched from its start only.
    /// </summary>
    public static string? Find(string text, IEnumerable<string> keys)
    {
        if (text.Length is 0 or > LongestText) return null;
        Span<int> row = stackalloc int[LongestText + 1];
        var within = Math.Max(2, text.Length / 3) + 1;
        string? nearest = null;
        var cells = 0L;
        foreach (var key in keys)
        {
            if (++cells > MostCells || within == 0) break;
            if (Math.Abs(key.Length - text.Length) >= within || key.Length > LongestText) continue;
            cells += (long)key.Length * text.Length;
            var distance = EditDistance.Of(text, key, row);
            if (distance >= within) continue;
            within = distance;
            nearest = key;
        }
        return nearest;
    }
}
