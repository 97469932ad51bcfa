using ContextureDsl.Observation;
using CsCheck;

namespace ContextureDsl.Tests.Observation;

public class PatchReaderTests
{
    private static readonly Raster Ramp = new(Enumerable.Range(0, 48).Select(i => (byte)(5 * i)).ToArray(), 4, 4, 3);

    [Fact]
    public void A_block_of_the_right_size_is_copied() =>
        Assert.Equal(Expected((1, 2), (2, 2), (1, 3), (2, 3)), Read(2, new(1, 2, 2, 2)), Close);

    [Fact]
    public void A_larger_block_is_averaged_over_areas()
    {
        var mean = Enumerable.Range(0, 3).Select(channel => Enumerable.Range(0, 16).Average(pixel => 5.0 * (3 * pixel + channel) / 255)).ToArray();
        Assert.Equal(mean, Read(1, new(0, 0, 4, 4)).Select(value => (double)value), (left, right) => Math.Abs(left - right) < 1e-6);
    }

    /// <summary>Three columns onto two: the middle one counts half on either side.</summary>
    [Fact]
    public void A_pixel_on_the_edge_counts_by_its_share()
    {
        var row = Read(2, new(0, 0, 3, 1), new(new byte[] { 30, 60, 90 }, 3, 1));
        Assert.Equal([40f / 255, 80f / 255, 40f / 255, 80f / 255], row, Close);
    }

    /// <summary>Averaging over areas loses nothing: the mean of the numbers is the mean of the pixels, whatever the sizes.</summary>
    [Fact]
    public void The_mean_is_kept() =>
        (from width in Gen.Int[1, 9]
         from height in Gen.Int[1, 9]
         from side in Gen.Int[1, 7]
         from pixels in Gen.Byte.Array[width * height]
         select (width, height, side, pixels)).Sample((width, height, side, pixels) =>
            Assert.Equal(pixels.Average(pixel => pixel / 255.0), Read(side, new(0, 0, width, height), new(pixels, width, height)).Average(), 1e-6));

    [Fact]
    public void Mirroring_comes_first() => Assert.Equal(Expected((3, 0), (2, 0), (3, 1), (2, 1)), Read(2, new(0, 0, 2, 2, Mirrored: true)), Close);

    [Fact]
    public void A_hidden_block_is_black_in_the_whole_image()
    {
        var row = Read(4, new(1, 1, 2, 3, Hides: true));
        for (var pixel = 0; pixel < 16; pixel++)
        {
            var isHidden = pixel % 4 is 1 or 2 && pixel / 4 >= 1;
            for (var channel = 0; channel < 3; channel++) Assert.Equal(isHidden ? 0 : 5f * (3 * pixel + channel) / 255, row[3 * pixel + channel], 1e-6f);
        }
    }

    [Fact]
    public void Brightness_is_cut_off_at_white() =>
        Assert.Equal([126f / 255, 254f / 255, 1], Read(1, new(0, 0, 1, 1, Brightness: 2), new(new byte[] { 63, 127, 200 }, 1, 1, 3)), Close);

    [Fact]
    public void Contrast_takes_light_and_its_strength_away()
    {
        byte[] pixels = [40, 80, 120, 200];
        var dark = Contrasted(new(pixels, 2, 2));
        var bright = Contrasted(new(pixels.Select(pixel => (byte)(pixel / 2 + 100)).ToArray(), 2, 2));
        Assert.Equal(0, dark.Sum(), 1e-5);
        // Half the contrast makes the share of the noise term in the variance four times as large, which is 1e-2 here.
        for (var i = 0; i < 4; i++) Assert.Equal(dark[i], bright[i], 2e-2);
        Assert.All(Contrasted(new(new byte[] { 9, 9, 9, 9 }, 2, 2)), value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(20, 20, 16)]
    [InlineData(10, 10, 11)]
    [InlineData(20, 0, 4)]
    public void The_place_is_the_cell_of_the_middle(int left, int top, int place)
    {
        Assert.Equal(place, new View(left, top, 8, 8).Place(4, 28, 28));
        Assert.Equal(0, new View(left, top, 8, 8).Place(0, 28, 28));
    }

    private static bool Close(float left, float right) => MathF.Abs(left - right) < 1e-6f;

    private static float[] Expected(params (int X, int Y)[] pixels) =>
        [.. pixels.SelectMany(pixel => Enumerable.Range(0, 3).Select(channel => 5f * (3 * (pixel.Y * 4 + pixel.X) + channel) / 255))];

    private static float[] Read(int side, View view, Raster? image = null) => Read(new PatchReader(side, contrast: false), side, view, image ?? Ramp);

    private static float[] Contrasted(Raster image) => Read(new PatchReader(2, contrast: true), 2, new(0, 0, 2, 2), image);

    private static float[] Read(PatchReader reader, int side, View view, Raster image)
    {
        var row = new float[reader.Dimension(image.Channels)];
        reader.Read(image, view, row);
        Assert.Equal(side * side * image.Channels, row.Length);
        return row;
    }
}
