using System.Globalization;
using System.IO.Compression;

/// <summary>The digits that come with the sample.</summary>
public static class Handwriting
{
    /// <summary>All digits, in the order of the file.</summary>
    public static Numeral[] Numerals()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "digits.csv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        reader.ReadLine();
        var numerals = new List<Numeral>();
        while (reader.ReadLine() is { } line)
        {
            var numbers = Array.ConvertAll(line.Split(','), cell => double.Parse(cell, CultureInfo.InvariantCulture));
            numerals.Add(new(numerals.Count, numbers[..^1], (int)numbers[^1]));
        }
        return [.. numerals];
    }
}
