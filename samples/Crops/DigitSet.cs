using System.IO.Compression;
using ContextureDsl;

/// <summary>The ten thousand digits that come with the sample.</summary>
public static class DigitSet
{
    private const int Side = 28;
    private const int ImageHeader = 16;
    private const int LabelHeader = 8;

    /// <summary>All digits, in the order of the file.</summary>
    public static Digit[] Read()
    {
        var images = Unzip("t10k-images-idx3-ubyte.gz");
        var labels = Unzip("t10k-labels-idx1-ubyte.gz");
        var digits = new Digit[labels.Length - LabelHeader];
        for (var i = 0; i < digits.Length; i++)
            digits[i] = new(i, new(images.AsMemory(ImageHeader + i * Side * Side, Side * Side), Side, Side), labels[LabelHeader + i]);
        return digits;
    }

    private static byte[] Unzip(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", name));
        using var content = new MemoryStream();
        using (var unzipped = new GZipStream(file, CompressionMode.Decompress)) unzipped.CopyTo(content);
        return content.ToArray();
    }
}
