namespace ContextureDsl;

/// <summary>Which parts of an image are looked at, and how: the parameters of crops and cutouts.</summary>
public sealed record CropLaw
{
    internal CropLaw() { }

    /// <summary>Smallest share of the area that a block has, in (0, 1]. Its sides are √share of the image's, rounded to whole pixels, at least one.</summary>
    public required double MinimumScale { get; init; }

    /// <summary>Largest share of the area; the share is drawn uniformly between the two.</summary>
    public required double MaximumScale { get; init; }

    /// <summary>Draws per image; 0 where all positions are enumerated.</summary>
    public int Draws { get; init; }

    /// <summary>Pixels from one position to the next where all are enumerated.</summary>
    public int Step { get; init; } = 1;

    /// <summary>Seed of the draws. An image gets the same draws whenever it is read with the same seed.</summary>
    public long Seed { get; init; }

    /// <summary>Whether the image is mirrored, left to right, with probability ½.</summary>
    public bool Mirrored { get; init; }

    /// <summary>All pixels are multiplied by a factor that is uniform on 1 ± this, in [0, 1).</summary>
    public double Brightness { get; init; }

    /// <summary>Whether the block is hidden (a cutout) instead of seen (a crop).</summary>
    public bool Hides { get; init; }

    /// <summary>Whether every view of an image is there, with its exact probability.</summary>
    public bool IsEnumerated => Draws == 0;

    /// <summary>The law in canonical text, for the declaration.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{(Hides ? "cutouts" : "crops")} scale {MinimumScale:R} to {MaximumScale:R} {(IsEnumerated ? FormattableString.Invariant($"all positions step {Step}") : FormattableString.Invariant($"draws {Draws} seed {Seed}"))} mirrored {(Mirrored ? "half" : "never")} brightness {Brightness:R}");

    /// <exception cref="DeclarationException">A number has no meaning.</exception>
    internal CropLaw Checked(string where)
    {
        var what = Hides ? "cutout" : "crop";
        if (!(MinimumScale > 0 && MinimumScale <= MaximumScale && MaximumScale <= 1))
            throw Wrong(where, $"the scale {MinimumScale}{(MaximumScale == MinimumScale ? "" : FormattableString.Invariant($" to {MaximumScale}"))}", $"The scale is the share of the image's area that a {what} has: above 0, at most 1, and the smaller one first. 0.1 to 0.3 is usual.");
        if (Step < 1) throw Wrong(where, $"the step {Step}", "It is the number of pixels from one position to the next, so it must be at least 1.");
        if (!(Brightness >= 0 && Brightness < 1))
            throw Wrong(where, $"the brightness {Brightness}", "All pixels are multiplied by a factor between 1 less this number and 1 more, so it must be at least 0 and below 1.");
        return this;
    }

    /// <exception cref="DeclarationException">There are no draws.</exception>
    internal static int CheckedDraws(string where, int draws) =>
        draws >= 1 ? draws : throw Wrong(where, $"{draws} draws", "Every image needs at least one; 16 is usual.");

    private static DeclarationException Wrong(string where, FormattableString value, string rule) => new($"{where} has {FormattableString.Invariant(value)}. {rule}");
}
