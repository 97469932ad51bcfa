using System.Globalization;
using System.IO.Compression;

/// <summary>The wines that come with the sample.</summary>
public static class Cellar
{
    /// <summary>All wines, in the order of the file.</summary>
    public static Wine[] Wines()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "wine-quality-white.csv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        reader.ReadLine();
        var wines = new List<Wine>();
        while (reader.ReadLine() is { } line)
        {
            var numbers = Array.ConvertAll(line.Split(','), cell => double.Parse(cell, CultureInfo.InvariantCulture));
            wines.Add(new(wines.Count, numbers[..^1], (float)numbers[^1]));
        }
        return [.. wines];
    }
}
