namespace ContextureDsl.Observation;

/// <summary>The images of a context while its rows go by: checked, of one size, copied.</summary>
internal sealed class ImageStore
{
    private readonly List<Raster> images = [];
    private string first = "";

    /// <summary>Number of images.</summary>
    public int Count => images.Count;

    /// <summary>The size that all of them have.</summary>
    public ImageSize Size { get; private set; }

    /// <summary>An image.</summary>
    public Raster this[int number] => images[number];

    /// <summary>Takes an image in.</summary>
    /// <param name="image">The image; its bytes are copied.</param>
    /// <param name="where">Which one it is, as the subject of a sentence.</param>
    /// <exception cref="RasterException">Its bytes do not fit its size, or it has another size than the first.</exception>
    public void Add(Raster image, string where)
    {
        Check(where, image);
        if (Count == 0) (Size, first) = (new(image), where);
        else if (new ImageSize(image) != Size) throw RasterException.Size(where, new(image), first, Size);
        images.Add(image with { Pixels = image.Pixels.ToArray() });
    }

    /// <exception cref="RasterException">The bytes do not fit the size.</exception>
    public static void Check(string where, Raster image)
    {
        if (image.Width < 1 || image.Height < 1 || image.Channels < 1 || image.Pixels.Length != (long)image.Width * image.Height * image.Channels)
            throw RasterException.Bytes(where, image);
    }
}
