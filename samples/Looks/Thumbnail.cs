/// <summary>A picture made small, so that likeness means colours at their places and not single pixels.</summary>
public static class Thumbnail
{
    private const int Side = 8;

    /// <summary>8 × 8 mean colours: 192 numbers from 0 to 1.</summary>
    public static double[] Of(Emoji emoji)
    {
        var (image, step) = (emoji.Image, emoji.Image.Width / Side);
        var means = new double[Side * Side * image.Channels];
        for (var i = 0; i < image.Pixels.Length; i++)
        {
            var (pixel, channel) = (i / image.Channels, i % image.Channels);
            var cell = pixel / image.Width / step * Side + pixel % image.Width / step;
            means[cell * image.Channels + channel] += image.Pixels.Span[i] / (255.0 * step * step);
        }
        return means;
    }
}
