using System.Globalization;
using System.IO.Compression;

/// <summary>The characters that come with the sample.</summary>
public static class CharacterSet
{
    private const int Side = 35;
    private const int Cells = 7;
    private const int Step = Side / Cells;
    private const int Header = 16;

    /// <summary>A cell is inked from this share of black on: a stroke that crosses it is enough, one that touches its edge is not.</summary>
    private const double Inked = 0.15;

    /// <summary>All characters, in the order of the file.</summary>
    public static Character[] Read()
    {
        using var images = new MemoryStream();
        using (var unzipped = Open("images-35x35-idx3-ubyte.gz")) unzipped.CopyTo(images);
        var pixels = images.ToArray();
        using var table = new StreamReader(Open("labels.csv.gz"));
        table.ReadLine();
        var characters = new List<Character>();
        while (table.ReadLine() is { } line)
        {
            var fields = line.Split(',');
            var number = int.Parse(fields[0], CultureInfo.InvariantCulture);
            characters.Add(new(number, InkedCells(pixels.AsSpan(Header + number * Side * Side, Side * Side)), fields[3], fields[1]));
        }
        return [.. characters];
    }

    private static int[] InkedCells(ReadOnlySpan<byte> pixels)
    {
        var ink = new double[Cells * Cells];
        for (var i = 0; i < pixels.Length; i++) ink[i / Side / Step * Cells + i % Side / Step] += pixels[i] / (255.0 * Step * Step);
        return [.. Enumerable.Range(0, ink.Length).Where(cell => ink[cell] > Inked)];
    }

    private static GZipStream Open(string name) => new(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", name)), CompressionMode.Decompress);
}
