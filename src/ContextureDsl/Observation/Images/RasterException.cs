using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>An image cannot be read: its bytes do not fit its size, it is smaller than a patch, or it has another size than the images before.</summary>
public sealed class RasterException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public RasterException(string message) : base(message) { }

    /// <param name="where">Which image, as the subject of a sentence.</param>
    /// <param name="image">The image whose size or number of bytes is wrong.</param>
    internal static RasterException Bytes(string where, Raster image) => image.Width < 1 || image.Height < 1 || image.Channels < 1
        ? new(FormattableString.Invariant($"{where} is {image.Width} pixels wide and {image.Height} high with {image.Channels} channels. Each of the three must be at least 1; leave events without an image out with Where."))
        : new(FormattableString.Invariant($"{where} has {image.Pixels.Length} bytes, but {new ImageSize(image)} needs {(long)image.Width * image.Height * image.Channels}: width times height times channels. Give it the size that the bytes have."));

    internal static RasterException Size(string where, ImageSize size, string first, ImageSize expected) => new(
        $"{where} is {size}, but {first} is {expected}. All images of a context have one size, or their crops and places would mean different things. Bring them to one size before learning.");

    internal static RasterException TooSmall(string where, ImageSize size, int side) => new(FormattableString.Invariant(
        $"{where} is {size}, which holds no patch of {side} × {side}. Give Codebook.Patches a side of at most {Math.Min(size.Width, size.Height)}."));
}
