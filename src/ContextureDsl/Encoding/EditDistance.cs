namespace ContextureDsl;

/// <summary>How many insertions, deletions and substitutions turn one text into another; upper and lower case are the same.</summary>
/// <remarks>The file is compiled into <c>ContextureDsl.DuckDb</c> too: a message about a mistyped name is no reason for a public type.</remarks>
internal static class EditDistance
{
    /// <summary>The distance; O(product of the lengths).</summary>
    /// <param name="text">One text.</param>
    /// <param name="other">The other one.</param>
    /// <param name="row">Room for one number more than <paramref name="other"/> has characters.</param>
    public static int Of(ReadOnlySpan<char> text, ReadOnlySpan<char> other, Span<int> row)
    {
        for (var j = 0; j <= other.Length; j++) row[j] = j;
        for (var i = 1; i <= text.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = char.ToUpperInvariant(text[i - 1]) == char.ToUpperInvariant(other[j - 1]) ? diagonal : 1 + Math.Min(diagonal, Math.Min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[other.Length];
    }
}
