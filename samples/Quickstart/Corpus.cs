using System.IO.Compression;

/// <summary>The books that come with the sample.</summary>
public static class Corpus
{
    private const int Radius = 5;

    /// <summary>Every pair of words that are at most five places apart in a paragraph, in both orders.</summary>
    public static IEnumerable<Sighting> Sightings()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "gutenberg.tsv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        reader.ReadLine();
        while (reader.ReadLine() is { } paragraph)
        {
            var words = paragraph[(paragraph.IndexOf('\t') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < words.Length; i++)
                for (var j = Math.Max(0, i - Radius); j <= Math.Min(words.Length - 1, i + Radius); j++)
                    if (i != j) yield return new(words[i], words[j], Math.Abs(i - j));
        }
    }
}
