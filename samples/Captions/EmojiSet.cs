using System.Globalization;
using System.IO.Compression;
using ContextureDsl;

/// <summary>The emoji that come with the sample.</summary>
public static class EmojiSet
{
    private const int Side = 32;
    private const int Channels = 3;
    private const int Bytes = Side * Side * Channels;
    private const int Header = 20;
    private const int KeywordColumn = 4;
    private const int GroupColumn = 5;

    /// <summary>All emoji that have keywords, in the order of the file.</summary>
    public static Emoji[] Read()
    {
        using var images = new MemoryStream();
        using (var unzipped = Open("emoji-images-32x32x3-idx4-ubyte.gz")) unzipped.CopyTo(images);
        var pixels = images.ToArray();
        using var table = new StreamReader(Open("emoji.csv.gz"));
        table.ReadLine();
        var emoji = new List<Emoji>();
        while (table.ReadLine() is { } line)
        {
            var fields = Fields(line);
            var number = int.Parse(fields[0], CultureInfo.InvariantCulture);
            string[] words = [.. fields[KeywordColumn].Split(['|', ' '], StringSplitOptions.RemoveEmptyEntries).Distinct()];
            if (words.Length > 0) emoji.Add(new(number, new(pixels.AsMemory(Header + number * Bytes, Bytes), Side, Side, Channels), words, fields[GroupColumn]));
        }
        return [.. emoji];
    }

    /// <summary>The fields of a line; a comma within quotation marks separates nothing.</summary>
    private static List<string> Fields(string line)
    {
        var fields = new List<string> { "" };
        var quoted = false;
        foreach (var letter in line)
        {
            if (letter == '"') quoted = !quoted;
            else if (letter == ',' && !quoted) fields.Add("");
            else fields[^1] += letter;
        }
        return fields;
    }

    private static GZipStream Open(string name) => new(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", name)), CompressionMode.Decompress);
}
