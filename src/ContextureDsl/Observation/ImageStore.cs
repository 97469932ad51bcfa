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

    /// <summary>The policies, once it is sure that views of one codeword are added: P(a|x) is how many of the views are a.</summary>
    /// <exception cref="DeclarationException">The policy for duplicates is another one.</exception>
    public static CountScope Summed(CountScope scope) => scope.Duplicates == Duplicates.Sum
        ? scope
        : throw new DeclarationException($"{scope.Variable} under Duplicates.{scope.Duplicates}. Several patches of an image are the same codeword, and how many is what is learnt: they are added. Leave Duplicates at Sum, or declare it on the part that it is meant for.");

    /// <exception cref="RasterException">The bytes do not fit the size.</exception>
    public static void Check(string where, Raster image)
    {
        if (image.Width < 1 || image.Height < 1 || image.Channels < 1 || image.Pixels.Length != (long)image.Width * image.Height * image.Channels)
            throw RasterException.Bytes(where, image);
    }
}
