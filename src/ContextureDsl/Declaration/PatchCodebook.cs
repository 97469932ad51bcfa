namespace ContextureDsl;

/// <summary>Codewords of square patches of images; made by <see cref="Codebook.Patches"/>.</summary>
public sealed class PatchCodebook : Codebook<Raster>
{
    /// <summary>The largest grid of places: 255 × 255.</summary>
    private const int MostPlaces = 255;

    internal PatchCodebook(int side, int codewords, int stride, int places, bool contrast, long seed) : base(codewords, seed)
    {
        if (side < 1) throw Wrong("side", side, "A patch is at least one pixel wide; 8 is usual.");
        if (stride < 0) throw Wrong("stride", stride, "It is the number of pixels from one patch to the next, at least 1; leave it at 0 for patches without overlap.");
        if (places is < 0 or > MostPlaces) throw Wrong("places", places, $"It is the number of cells along a side of the grid of places, at most {MostPlaces}; leave it at 0 for codewords without a place.");
        Side = side;
        Stride = stride == 0 ? side : stride;
        Places = places;
        Contrast = contrast;
    }

    /// <summary>Pixels along the side of a patch.</summary>
    public int Side { get; }

    /// <summary>Pixels from one patch of a whole image to the next.</summary>
    public int Stride { get; }

    /// <summary>Cells along a side of the grid of places; 0 for no places.</summary>
    public int Places { get; }

    /// <summary>Whether patches are compared by their pattern alone.</summary>
    public bool Contrast { get; }

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"patches side {Side} stride {Stride} codewords {Codewords} places {Places} contrast {(Contrast ? "yes" : "no")} seed {Seed}");

    private static DeclarationException Wrong(string name, int value, string rule) => new(FormattableString.Invariant($"Codebook.Patches has {name} = {value}. {rule}"));
}
