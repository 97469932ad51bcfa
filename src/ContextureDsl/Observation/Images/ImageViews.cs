using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ContextureDsl.Kernels;

namespace ContextureDsl.Observation;

/// <summary>Which views of an image are taken: each counts the same.</summary>
internal static class ImageViews
{
    /// <summary>All blocks of a size, from the left and the top on, a number of pixels apart.</summary>
    public static View[] Grid(ImageSize size, int width, int height, int step, bool hides = false)
    {
        var views = new View[((size.Width - width) / step + 1) * ((size.Height - height) / step + 1)];
        var next = 0;
        for (var top = 0; top + height <= size.Height; top += step)
            for (var left = 0; left + width <= size.Width; left += step)
                views[next++] = new(left, top, width, height, hides);
        return views;
    }

    /// <summary>The views that a law takes: all of them, or draws that depend on the seed and on the content of the image only.</summary>
    public static View[] Of(CropLaw law, Raster image)
    {
        var size = new ImageSize(image);
        return law.IsEnumerated ? All(law, size) : Drawn(law, image, size);
    }

    private static View[] All(CropLaw law, ImageSize size)
    {
        var views = Grid(size, Side(size.Width, law.MinimumScale), Side(size.Height, law.MinimumScale), law.Step, law.Hides);
        return law.Mirrored ? [.. views, .. views.Select(view => view with { Mirrored = true })] : views;
    }

    private static View[] Drawn(CropLaw law, Raster image, ImageSize size)
    {
        var random = new SplitMix(law.Seed ^ Content(image));
        var views = new View[law.Draws];
        for (var i = 0; i < views.Length; i++)
        {
            // Always the same five numbers a draw, so that one more parameter does not move all the others.
            var scale = law.MinimumScale + (law.MaximumScale - law.MinimumScale) * random.NextDouble();
            int width = Side(size.Width, scale), height = Side(size.Height, scale);
            var left = random.Next(size.Width - width + 1);
            var top = random.Next(size.Height - height + 1);
            var mirrored = random.NextDouble() < 0.5;
            var brightness = 1 + law.Brightness * (2 * random.NextDouble() - 1);
            views[i] = new(left, top, width, height, law.Hides, law.Mirrored && mirrored, (float)brightness);
        }
        return views;
    }

    private static int Side(int pixels, double scale) => Math.Max(1, (int)Math.Round(pixels * Math.Sqrt(scale)));

    /// <summary>A number that equal images share, in this and in any other process.</summary>
    private static long Content(Raster image)
    {
        var hash = SplitMix.Fold(SplitMix.Fold(SplitMix.Fold(0, (ulong)image.Width), (ulong)image.Height), (ulong)image.Channels);
        var pixels = image.Pixels.Span;
        var words = MemoryMarshal.Cast<byte, ulong>(pixels);
        foreach (var word in words) hash = SplitMix.Fold(hash, BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word));
        foreach (var pixel in pixels[(words.Length * sizeof(ulong))..]) hash = SplitMix.Fold(hash, pixel);
        return (long)hash;
    }
}
