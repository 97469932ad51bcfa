namespace ContextureDsl.Observation;

/// <summary>Brings a view of an image to a row of numbers: side · side · channels, each the mean of the area of the view that it covers, 1 for the brightest.</summary>
/// <param name="side">Numbers along a side.</param>
/// <param name="contrast">Whether the row is brought to mean 0 and standard deviation 1.</param>
internal sealed class PatchReader(int side, bool contrast)
{
    /// <summary>Added to the variance before dividing: the square of about three steps of a byte, so that what noise does to a plain patch stays small.</summary>
    private const double NoiseVariance = 10.0 / (255 * 255);

    /// <summary>Numbers of a row.</summary>
    public int Dimension(int channels) => side * side * channels;

    /// <summary>Reads a view.</summary>
    /// <param name="image">A checked image.</param>
    /// <param name="view">What is seen of it.</param>
    /// <param name="row">side · side · channels numbers are written.</param>
    public void Read(Raster image, View view, Span<float> row)
    {
        var seen = view.Hides ? view with { Left = 0, Top = 0, Width = image.Width, Height = image.Height } : view;
        if (seen.Width == side && seen.Height == side) Copy(image, seen, view, row);
        else Average(image, seen, view, row);
        if (contrast) Normalise(row);
    }

    private void Copy(Raster image, View seen, View view, Span<float> row)
    {
        var pixels = image.Pixels.Span;
        var next = 0;
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
                for (var channel = 0; channel < image.Channels; channel++)
                    row[next++] = Pixel(pixels, image, view, seen.Left + x, seen.Top + y, channel);
    }

    private void Average(Raster image, View seen, View view, Span<float> row)
    {
        var pixels = image.Pixels.Span;
        var next = 0;
        var area = (double)seen.Width * seen.Height / ((double)side * side);
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
                for (var channel = 0; channel < image.Channels; channel++)
                    row[next++] = (float)(Sum(pixels, image, seen, view, x, y, channel) / area);
    }

    /// <summary>The integral over the part of the view that one number covers; a pixel at its edge counts by the share of it that lies inside.</summary>
    private double Sum(ReadOnlySpan<byte> pixels, Raster image, View seen, View view, int x, int y, int channel)
    {
        double left = (double)x * seen.Width / side, right = (double)(x + 1) * seen.Width / side;
        double top = (double)y * seen.Height / side, bottom = (double)(y + 1) * seen.Height / side;
        var sum = 0.0;
        for (var v = (int)top; v < Math.Min(seen.Height, Math.Ceiling(bottom)); v++)
        {
            var height = Math.Min(bottom, v + 1) - Math.Max(top, v);
            for (var u = (int)left; u < Math.Min(seen.Width, Math.Ceiling(right)); u++)
                sum += height * (Math.Min(right, u + 1) - Math.Max(left, u)) * Pixel(pixels, image, view, seen.Left + u, seen.Top + v, channel);
        }
        return sum;
    }

    private static float Pixel(ReadOnlySpan<byte> pixels, Raster image, View view, int x, int y, int channel)
    {
        if (view.Hides && x >= view.Left && x < view.Left + view.Width && y >= view.Top && y < view.Top + view.Height) return 0;
        var column = view.Mirrored ? image.Width - 1 - x : x;
        return Math.Min(1, pixels[(y * image.Width + column) * image.Channels + channel] * view.Brightness / 255f);
    }

    private static void Normalise(Span<float> row)
    {
        double sum = 0, squares = 0;
        foreach (var value in row) sum += value;
        var mean = sum / row.Length;
        foreach (var value in row) squares += (value - mean) * (value - mean);
        var scale = 1 / Math.Sqrt(squares / row.Length + NoiseVariance);
        foreach (ref var value in row) value = (float)((value - mean) * scale);
    }
}
