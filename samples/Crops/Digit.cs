using ContextureDsl;

/// <summary>A handwritten digit.</summary>
/// <param name="Number">Its position in the file.</param>
/// <param name="Image">28 × 28 pixels, ink bright.</param>
/// <param name="Class">What was meant, 0 to 9. The contexture does not see it; the probe does.</param>
public sealed record Digit(int Number, Raster Image, int Class)
{
    /// <summary>The pixels as numbers.</summary>
    public float[] Numbers => Array.ConvertAll(Image.Pixels.ToArray(), pixel => pixel / 255f);
}
