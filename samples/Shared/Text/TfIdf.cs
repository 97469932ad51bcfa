namespace Samples.Text;

/// <summary>Texts as weighted words: count · (ln((1 + n)/(1 + texts with the word)) + 1), every text scaled to length 1. Words in fewer texts than asked for, and new ones, are left out.</summary>
public sealed class TfIdf
{
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly double[] weights;

    /// <summary>Learns the words and their weights.</summary>
    public TfIdf(IReadOnlyList<string[]> texts, int minimumTexts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts)
            foreach (var word in text.Distinct(StringComparer.Ordinal)) counts[word] = counts.GetValueOrDefault(word) + 1;
        var kept = counts.Where(word => word.Value >= minimumTexts).OrderBy(word => word.Key, StringComparer.Ordinal).ToArray();
        weights = new double[kept.Length];
        for (var column = 0; column < kept.Length; column++)
        {
            columns.Add(kept[column].Key, column);
            weights[column] = Math.Log((1.0 + texts.Count) / (1 + kept[column].Value)) + 1;
        }
    }

    /// <summary>Number of words.</summary>
    public int Words => weights.Length;

    /// <summary>The words of a text with their weights; none where all are unknown.</summary>
    public (int Column, double Weight)[] Row(string[] text)
    {
        var row = text.Where(columns.ContainsKey).GroupBy(word => columns[word]).OrderBy(group => group.Key).Select(group => (Column: group.Key, Weight: group.Count() * weights[group.Key])).ToArray();
        var length = Math.Sqrt(row.Sum(entry => entry.Weight * entry.Weight));
        return Array.ConvertAll(row, entry => (entry.Column, entry.Weight / length));
    }
}
