using ContextureDsl;

/// <summary>A picture with what is said of it.</summary>
/// <param name="Number">Its position in the file.</param>
/// <param name="Image">32 × 32 pixels in colour, on white.</param>
/// <param name="Words">The words of its keywords, each once.</param>
/// <param name="Group">One of the nine groups into which Unicode sorts all emoji.</param>
public sealed record Emoji(int Number, Raster Image, string[] Words, string Group)
{
    /// <summary>The pixels as numbers.</summary>
    public float[] Numbers => Array.ConvertAll(Image.Pixels.ToArray(), pixel => pixel / 255f);
}
