using System.IO.Compression;

/// <summary>The glosses that come with the sample.</summary>
public static class Glossary
{
    /// <summary>All glosses in the order of the file.</summary>
    public static Gloss[] Read()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "glosses.tsv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        reader.ReadLine();
        var glosses = new List<Gloss>();
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            glosses.Add(new(glosses.Count, line[..tab], line[(tab + 1)..]));
        }
        return [.. glosses];
    }
}
