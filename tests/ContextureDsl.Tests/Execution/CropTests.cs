namespace ContextureDsl.Tests.Execution;

/// <summary>Crops and cutouts through the free form: closed forms, draws, the learnt codebook, and what is refused.</summary>
public class CropTests
{
    private static readonly LearnOptions Exact = new() { Precision = Precision.Double, Tolerance = 1e-12 };

    /// <summary>All 2⁴ images of four independent pixels under any law of masks: one function for each set S of pixels, s_S² = P(all of S visible).</summary>
    [Fact]
    public void Crops_of_independent_pixels_have_the_spectrum_of_a_mask()
    {
        // A crop shows one of the pairs 01, 12, 23: sets of one pixel are seen in 1, 2, 2, 1 of 3, neighbours in 1 of 3, all others never.
        var learned = Contexture.Learn(Picture.AllLines(4), pictures => pictures.Input(p => p.Name).EveryCrop(p => p.Image, 0.25).Quantise(Codebook.Patches(2, 4, places: 4)), options: Exact);
        Holds([2, 2, 1, 1, 1, 1, 1], learned);
        Assert.Equal(Estimation.Enumerated, learned.Parts[0].Estimation);
    }

    [Fact]
    public void Single_pixels_have_the_spectrum_of_all_but_one_masked()
    {
        var learned = Contexture.Learn(Picture.AllLines(3), pictures => pictures.Input(p => p.Name).EveryCrop(p => p.Image, 1.0 / 9).Quantise(Codebook.Patches(1, 2, places: 3)), options: Exact);
        Holds([1, 1, 1], learned);
    }

    /// <summary>The block hides 01, 12 or 23; the rest is seen, so pixels 0 and 3 in two of three views and the pairs 23, 03 and 01 in one.</summary>
    [Fact]
    public void Cutouts_of_independent_pixels_have_the_spectrum_of_a_mask()
    {
        // Eight of the sixteen lines have two black pixels side by side: these are the views.
        var learned = Contexture.Learn(Picture.AllLines(4), pictures => pictures.Input(p => p.Name).EveryCutout(p => p.Image, 0.25).Quantise(Codebook.Patches(4, 8, places: 4)), options: Exact);
        Holds([2, 2, 1, 1, 1, 1, 1], learned);
    }

    /// <summary>Without the place, an image is its share of white pixels: counts of independent bits, of which one is seen. One function, s² = 1/n.</summary>
    [Fact]
    public void Without_the_place_a_pixel_tells_how_many_are_white()
    {
        var learned = Contexture.Learn(Picture.AllLines(5), pictures => pictures.Input(p => p.Name).EveryCrop(p => p.Image, 1.0 / 25).Quantise(Codebook.Patches(1, 2)), options: Exact);
        Assert.Equal(Math.Sqrt(0.2), Assert.Single(learned.Spectrum.Values), 1e-10);
    }

    /// <summary>Shares of draws are binomial: none of the codewords may be five deviations away from its exact probability.</summary>
    [Fact]
    public void Draws_follow_the_law_that_enumerating_gives()
    {
        const int Draws = 20_000;
        var picture = new Picture("one", new(Enumerable.Range(0, 16).Select(i => (byte)(16 * i)).ToArray(), 4, 4));
        Picture[] rows = [picture, new("other", new(new byte[16], 4, 4))];
        var book = Codebook.Patches(2, 8, places: 3);
        var drawn = Contexture.Learn(rows, pictures => pictures.Input(p => p.Name).Crops(p => p.Image, 0.25, Draws, seed: 4).Quantise(book), options: Exact);
        var shares = drawn.Codebook<Raster>().Encode(picture.Image).GroupBy(codeword => codeword).Select(group => (double)group.Count() / Draws).ToArray();
        Assert.Equal(9, shares.Length);
        Assert.All(shares, share => Assert.InRange(share, 1.0 / 9 - 5 * Math.Sqrt(8.0 / 81 / Draws), 1.0 / 9 + 5 * Math.Sqrt(8.0 / 81 / Draws)));
        Assert.Equal("sampled, 20000 draws, seed 4", drawn.Parts[0].Estimation.ToString());
    }

    /// <summary>
    /// Of 2 × 2 pixels a crop is one where √scale is below ¾, which is 5 of 12 of the scales from ¼ to 1, and all four otherwise, with its middle in the last of four places:
    /// that place has 7/12 + 5/48 = 33/48, each other one 5/48.
    /// </summary>
    [Fact]
    public void Scales_between_two_bounds_are_drawn()
    {
        const int Draws = 20_000;
        Picture[] rows = [new("one", new(new byte[] { 0, 60, 120, 180 }, 2, 2)), new("other", new(new byte[] { 250, 190, 130, 70 }, 2, 2))];
        var counts = Contexture.Learn(rows, pictures => pictures.Input(p => p.Name).Crops(p => p.Image, 0.25, Draws, seed: 1, upTo: 1).Quantise(Codebook.Patches(1, 2, places: 2)), options: Exact)
            .Codebook<Raster>().Encode(rows[0].Image).CountBy(codeword => codeword.Place).ToDictionary();
        foreach (var (place, share) in new[] { (1, 5.0 / 48), (2, 5.0 / 48), (3, 5.0 / 48), (4, 33.0 / 48) })
            Assert.Equal(share, (double)counts[place] / Draws, 5 * Math.Sqrt(share * (1 - share) / Draws));
    }

    [Fact]
    public void Another_seed_draws_other_crops_and_the_same_seed_the_same()
    {
        var rows = Picture.AllLines(6);
        Codeword[] Encoded(long seed) => Contexture.Learn(rows, pictures => pictures.Input(p => p.Name).Crops(p => p.Image, 0.2, 40, seed).Quantise(Codebook.Patches(2, 2, places: 6)))
            .Codebook<Raster>().Encode(rows[11].Image);
        Assert.Equal(Encoded(1), Encoded(1));
        Assert.NotEqual(Encoded(1).Select(codeword => codeword.Place), Encoded(2).Select(codeword => codeword.Place));
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        var rows = Picture.AllLines(7);
        Learned<string, Codeword> Learned(int threads) => Contexture.Learn(
            rows, pictures => pictures.Input(p => p.Name).EveryCrop(p => p.Image, 0.3).Mirrored().Quantise(Codebook.Patches(3, 5, places: 3, contrast: true)), options: Exact with { Threads = threads });
        var one = Learned(1);
        var several = Learned(4);
        Assert.Equal(one.Spectrum.Values, several.Spectrum.Values);
        foreach (var row in rows) Assert.Equal(one.Encoder[row.Name].ToArray(), several.Encoder[row.Name].ToArray());
    }

    [Fact]
    public void The_pixels_are_copied_when_a_row_is_read()
    {
        var buffer = new byte[4];
        IEnumerable<Picture> Reused()
        {
            foreach (var line in Picture.AllLines(4))
            {
                line.Image.Pixels.CopyTo(buffer);
                yield return line with { Image = new(buffer, 4, 1) };
            }
        }
        Holds([2, 2, 1, 1, 1, 1, 1], Contexture.Learn(Reused(), pictures => pictures.Input(p => p.Name).EveryCrop(p => p.Image, 0.25).Quantise(Codebook.Patches(2, 4, places: 4)), options: Exact));
    }

    [Fact]
    public void A_new_image_is_encoded_as_those_that_were_learnt_from()
    {
        var rows = Picture.AllLines(4);
        var learned = Contexture.Learn(rows, pictures => pictures.Input(p => p.Name).EveryCrop(p => p.Image, 0.25).Quantise(Codebook.Patches(2, 4, places: 4)), options: Exact);
        var codebook = learned.Codebook<Raster>();
        Assert.Equal(4, codebook.Codewords);
        var evidence = codebook.Encode(new(rows[5].Image.Pixels.ToArray(), 4, 1)).Select(codeword => (codeword, 1.0)).ToArray();
        var vector = new double[learned.Rank];
        Assert.True(learned.TryEmbedNew(evidence, vector));
        var expected = new double[learned.Rank];
        learned.Encoder.TryEmbed(rows[5].Name, expected);
        // What was seen says nothing of functions whose singular value is zero: all but seven.
        for (var i = 0; i < 7; i++) Assert.Equal(expected[i], vector[i], 1e-12);
    }

    [Fact]
    public void Codewords_are_kept_in_a_file_by_their_text()
    {
        using var folder = new TemporaryFolder();
        var learned = Contexture.Learn(Picture.AllLines(4), pictures => pictures.Input(p => p.Name).EveryCrop(p => p.Image, 0.25).Quantise(Codebook.Patches(2, 4, places: 4)), options: Exact);
        KeyText[] texts = [KeyText.For(codeword => codeword.ToString(), Codeword.Parse)];
        learned.Save(folder["crops"], texts);
        var loaded = Learned.Load<string, Codeword>(folder["crops"], texts);
        Assert.Equal(learned.Variables.Known, loaded.Variables.Known);
        Assert.Contains("no codebook of Raster", Assert.Throws<CodebookException>(() => loaded.Codebook<Raster>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_declaration_says_all_of_it()
    {
        var definition = Contexture.Learn(
            Picture.AllLines(4), pictures => pictures.Input(p => p.Name).Crops(p => p.Image, 0.25, 9, 3, 0.5).Mirrored().Brightness(0.25).Quantise(Codebook.Patches(2, 4, places: 4, contrast: true, seed: 8)))
            .Declaration;
        Assert.Contains("sampled, 9 draws, seed 3", definition, StringComparison.Ordinal);
        Assert.Contains("codebook patches side 2 stride 2 codewords 4 places 4 contrast yes seed 8", definition, StringComparison.Ordinal);
        foreach (var line in new[] { "scale 0.25", "up to 0.5", "mirrored", "brightness", "range 0.25" }) Assert.Contains(line, definition, StringComparison.Ordinal);
    }

    public static TheoryData<double, double?> Scales => new() { { 0, null }, { -0.1, null }, { 1.01, null }, { double.NaN, null }, { double.PositiveInfinity, null }, { 0.5, 0.4 }, { 0.5, 1.5 }, { 0.5, double.NaN } };

    [Theory]
    [MemberData(nameof(Scales))]
    public void A_scale_outside_of_its_range(double scale, double? upTo)
    {
        Refuses(pictures => pictures.Input(p => p.Name).Crops(p => p.Image, scale, upTo: upTo), "Crops has the scale", "share of the image's area that a crop has", "above 0, at most 1");
        Refuses(pictures => pictures.Input(p => p.Name).Cutouts(p => p.Image, scale, upTo: upTo), "Cutouts has the scale", "that a cutout has");
        if (upTo is null) Refuses(pictures => pictures.Input(p => p.Name).EveryCrop(p => p.Image, scale), "EveryCrop has the scale");
    }

    [Fact]
    public void Other_numbers_without_a_meaning()
    {
        var (none, whole) = (0, 1.0);
        Refuses(pictures => pictures.Input(p => p.Name).Crops(p => p.Image, 0.2, draws: none), "Crops has 0 draws", "at least one");
        Refuses(pictures => pictures.Input(p => p.Name).Cutouts(p => p.Image, 0.2, draws: none - 3), "Cutouts has -3 draws");
        Refuses(pictures => pictures.Input(p => p.Name).EveryCrop(p => p.Image, 0.2, step: none), "EveryCrop has the step 0", "at least 1");
        Refuses(pictures => pictures.Input(p => p.Name).Crops(p => p.Image, 0.2).Brightness(whole), "Brightness has the brightness 1", "below 1");
        Refuses(pictures => pictures.Input(p => p.Name).EveryCrop(p => p.Image, 0.2).Brightness(0.1), "follows EveryCrop", "Use Crops or Cutouts");
        Refuses(pictures => pictures.InputMany(p => p.Name).Crops(p => p.Image, 0.2), "Crops follows InputMany(p => p.Name)", "one input of a row");
        Refuses(_ => Codebook.Patches(none, 4), "side = 0");
        Refuses(_ => Codebook.Patches(4, none), "0 codewords");
        Refuses(_ => Codebook.Patches(4, 4, none - 1), "stride = -1");
        Refuses(_ => Codebook.Patches(4, 4, places: 256 + none), "places = 256");
    }

    [Fact]
    public void Bytes_that_do_not_fit_the_size()
    {
        Fails<RasterException>([Picture.Line("a", 1, 2), new("b", new(new byte[3], 2, 1))], "The image of event 1 of Picture (b) has 3 bytes, but 2 × 1 × 1 needs 2");
        Fails<RasterException>([new("a", default)], "event 0 of Picture (a) is 0 pixels wide", "leave events without an image out with Where");
        Fails<RasterException>([new("a", new(new byte[4], -2, -2))], "-2 pixels wide");
    }

    [Fact]
    public void Images_of_different_sizes() => Fails<RasterException>(
        [new("cat", new(new byte[6], 3, 2)), new("dog", new(new byte[6], 3, 2)), new("cow", new(new byte[6], 2, 3))],
        "The image of event 2 of Picture (cow) is 2 × 3 × 1", "the image of event 0 of Picture (cat) is 3 × 2 × 1", "one size");

    [Fact]
    public void Images_smaller_than_a_patch()
    {
        var error = Assert.Throws<RasterException>(() => Contexture.Learn(Picture.AllLines(3), pictures => pictures.Input(p => p.Name).ContextMany(p => p.Image, Codebook.Patches(2, 2))));
        foreach (var part in new[] { "3 × 1 × 1, which holds no patch of 2 × 2", "at most 1" }) Assert.Contains(part, error.Message, StringComparison.Ordinal);
        // A crop is brought to the side of a patch whatever its size, so here a larger side is no error.
        Contexture.Learn(Picture.AllLines(3), pictures => pictures.Input(p => p.Name).EveryCrop(p => p.Image, 1.0 / 9).Quantise(Codebook.Patches(2, 2)));
    }

    [Fact]
    public void Fewer_distinct_patches_than_codewords() =>
        Fails<CodebookException>(Picture.AllLines(2), "3 codewords", "of which 2 are distinct", "Ask for at most 2 codewords");

    [Fact]
    public void A_missing_name() => Fails<NullKeyException>([new(null!, new(new byte[2], 2, 1))], "Event 0 of Picture has no input");

    [Fact]
    public void No_image_at_all() => Fails<EmptyObservationException>([], "Picture has no event");

    /// <summary>Views that are the same codeword are what is counted, so a policy for rows that came twice would change the law.</summary>
    [Theory]
    [InlineData(Duplicates.Once)]
    [InlineData(Duplicates.Mean)]
    [InlineData(Duplicates.Largest)]
    [InlineData(Duplicates.Reject)]
    public void Any_policy_for_duplicates_but_to_add(Duplicates duplicates)
    {
        var error = Assert.Throws<DeclarationException>(() => Contexture.Learn(
            Picture.AllLines(4), pictures => pictures.Input(p => p.Name).EveryCrop(p => p.Image, 0.25).Quantise(Codebook.Patches(2, 4)), options: new() { Duplicates = duplicates }));
        foreach (var part in new[] { $"Duplicates.{duplicates}", "same codeword", "Leave Duplicates at Sum" }) Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    /// <summary>A part of whole images that is counted under its own policy leaves the crops beside it as they are.</summary>
    [Fact]
    public void A_policy_of_another_part_is_not_one_for_crops()
    {
        var learned = Contexture.Learn(Picture.AllLines(4), pictures => Mix.Convex(
            (0.5, pictures.Input(p => p.Name).EveryCrop(p => p.Image, 0.25).Quantise(Codebook.Patches(2, 4, places: 4)).Named("crops")),
            (0.5, pictures.Input(p => p.Name).Context(p => p.Name).Duplicates(Duplicates.Once).Named("names"))), options: Exact);
        // The names are a context of their own for every input: s² = ½ (s² of the crops + 1).
        Assert.Equal(Math.Sqrt((2.0 / 3 + 1) / 2), learned.Spectrum.Values[0], 1e-10);
    }

    [Fact]
    public void The_codebook_reads_images_of_its_size_only()
    {
        var codebook = Contexture.Learn(Picture.AllLines(4), pictures => pictures.Input(p => p.Name).EveryCrop(p => p.Image, 0.25).Quantise(Codebook.Patches(2, 4, places: 4))).Codebook<Raster>();
        Assert.Contains("is 2 × 2 × 1, but", Assert.Throws<RasterException>(() => codebook.Encode(new(new byte[4], 2, 2))).Message, StringComparison.Ordinal);
        Assert.Contains("has 5 bytes", Assert.Throws<RasterException>(() => codebook.Encode(new(new byte[5], 4, 1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_without_a_codebook()
    {
        var learned = Contexture.Learn(Rows.Table(4, 3), sales => sales.Input(s => s.Product!).Context(s => s.Basket!));
        Assert.Contains("has no codebook of Raster", Assert.Throws<CodebookException>(() => learned.Codebook<Raster>()).Message, StringComparison.Ordinal);
        Assert.Throws<PartNameException>(() => learned.Codebook<Raster>("nothing"));
    }

    /// <summary>s² in thirds.</summary>
    private static void Holds(double[] thirds, Learned<string, Codeword> learned)
    {
        for (var i = 0; i < learned.Rank; i++) Assert.Equal(i < thirds.Length ? Math.Sqrt(thirds[i] / 3) : 0, learned.Spectrum.Values[i], i < thirds.Length ? 1e-10 : 1e-7);
        Assert.Equal(thirds.Sum() / 3, learned.Spectrum.TotalChiSquared!.Value, 1e-10);
    }

    private static void Refuses(Func<Events<Picture>, object> declare, params string[] parts)
    {
        var error = Assert.Throws<DeclarationException>(() => Contexture.Learn(Picture.AllLines(4), pictures =>
        {
            declare(pictures);
            return pictures.Input(p => p.Name).Context(p => p.Name);
        }));
        foreach (var part in parts) Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    private static void Fails<TException>(IEnumerable<Picture> rows, params string[] parts)
        where TException : ContextureException
    {
        var error = Assert.Throws<TException>(() => Contexture.Learn(rows, pictures => pictures.Input(p => p.Name).EveryCrop(p => p.Image, 0.25).Quantise(Codebook.Patches(1, 3))));
        foreach (var part in parts) Assert.Contains(part, error.Message, StringComparison.OrdinalIgnoreCase);
    }
}
