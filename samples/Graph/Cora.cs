using System.Globalization;
using System.IO.Compression;

/// <summary>The citation graph that comes with the sample.</summary>
public static class Cora
{
    /// <summary>5,278 citations.</summary>
    public static Citation[] Citations() => [.. Rows("edges.csv.gz").Select(row => new Citation(Number(row[0]), Number(row[1])))];

    /// <summary>2,708 papers.</summary>
    public static Paper[] Papers() => [.. Rows("nodes.csv.gz").Select(row => new Paper(Number(row[0]), Number(row[1]), row[2]))];

    /// <summary>The lines of a table that lies beside the program, without the header.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", name));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        reader.ReadLine();
        while (reader.ReadLine() is { } line) yield return line.Split(',');
    }

    /// <summary>A cell as a number.</summary>
    public static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
