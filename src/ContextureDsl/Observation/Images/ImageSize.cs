using System.Globalization;

namespace ContextureDsl.Observation;

/// <summary>Width, height and channels of an image.</summary>
internal readonly record struct ImageSize(int Width, int Height, int Channels)
{
    /// <summary>The size of an image.</summary>
    public ImageSize(Raster image) : this(image.Width, image.Height, image.Channels) { }

    /// <summary>Such as 28 × 28 × 1.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width} × {Height} × {Channels}");
}
