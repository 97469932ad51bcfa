namespace ContextureDsl.Tests.Execution;

/// <summary>A row with an image for the tests of crops and captions.</summary>
/// <param name="Name">X of crops.</param>
/// <param name="Image">The image.</param>
/// <param name="Words">What is said of it.</param>
public sealed record Picture(string Name, Raster Image, IEnumerable<string>? Words = null)
{
    /// <summary>A row of grey pixels.</summary>
    public static Picture Line(string name, params byte[] pixels) => new(name, new(pixels, pixels.Length, 1));

    /// <summary>Every line of so many pixels that are black or white.</summary>
    public static Picture[] AllLines(int pixels) =>
        [.. Enumerable.Range(0, 1 << pixels).Select(bits => Line($"{bits}", [.. Enumerable.Range(0, pixels).Select(i => (bits >> i & 1) == 1 ? byte.MaxValue : byte.MinValue)]))];
}
