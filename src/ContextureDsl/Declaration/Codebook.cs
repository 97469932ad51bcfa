namespace ContextureDsl;

/// <summary>Codebooks: how values that practically never repeat become codewords.</summary>
public static class Codebook
{
    /// <summary>Codewords of square patches of images.</summary>
    /// <param name="side">Pixels along the side of a patch. Crops of another size are brought to it by averaging over areas.</param>
    /// <param name="codewords">Number of kinds of patches.</param>
    /// <param name="stride">Pixels from one patch of a whole image to the next; 0 for the side, which is without overlap. Without effect on crops, which are one patch each.</param>
    /// <param name="places">
    /// Cells along a side of the grid that says where a patch was: 4 makes 4 × 4 places. The place is part of the codeword, so the context has up to codewords · places² values.
    /// 0 for codewords without a place.
    /// </param>
    /// <param name="contrast">
    /// Whether a patch is compared by its pattern alone: its mean is taken off and it is divided by its standard deviation. For pictures whose light or thickness of stroke varies without
    /// meaning anything: photographs, handwriting. Not where the colour of a plain area tells something.
    /// </param>
    /// <param name="seed">Seed of k-means.</param>
    /// <exception cref="DeclarationException">A number has no meaning.</exception>
    public static Codebook<Raster> Patches(
        [InRange(1, int.MaxValue)] int side, [InRange(1, int.MaxValue)] int codewords, [InRange(0, int.MaxValue)] int stride = 0, [InRange(0, 255)] int places = 0,
        bool contrast = false, long seed = 0) =>
        new PatchCodebook(side, codewords, stride, places, contrast, seed);

    /// <summary>Codewords of rows of numbers, by k-means over the rows as they are: standardise columns whose units differ.</summary>
    /// <param name="codewords">Number of kinds of rows.</param>
    /// <param name="seed">Seed of k-means.</param>
    /// <exception cref="DeclarationException">There is not even one codeword.</exception>
    public static Codebook<FeatureRow> Rows(int codewords, long seed = 0) => new RowCodebook(codewords, seed);
}
