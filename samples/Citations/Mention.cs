/// <summary>A word stands in a paper.</summary>
/// <param name="Paper">The number of the paper.</param>
/// <param name="Word">The number of the word: which words they are was not published.</param>
public readonly record struct Mention(int Paper, int Word)
{
    /// <summary>49,216 mentions of 1,433 words.</summary>
    public static Mention[] Read() => [.. Cora.Rows("words.csv.gz").Select(row => new Mention(Cora.Number(row[0]), Cora.Number(row[1])))];
}
