using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>Crops or cutouts of images. Not a context yet: <see cref="Quantise"/> makes them one.</summary>
public sealed class CropViews<TEvent, TInput> : Views<TEvent, TInput, Raster>
    where TInput : notnull
{
    private readonly InputNode input;
    private readonly IReadOnlyList<KindStep> steps;

    internal CropViews(InputNode input, IReadOnlyList<KindStep> steps, CropLaw law)
    {
        this.input = input;
        this.steps = steps;
        Law = law;
    }

    /// <summary>Which views are taken.</summary>
    public CropLaw Law { get; }

    /// <summary>The image is mirrored, left to right, with probability ½ before anything else: a context that does not tell left from right. Wrong for letters and digits.</summary>
    public CropViews<TEvent, TInput> Mirrored() => new(input, [.. steps, new(nameof(Mirrored), [], [])], Law with { Mirrored = true });

    /// <summary>All pixels of a view are multiplied by a factor that is uniform on 1 ± <paramref name="range"/>; what exceeds the largest byte is cut off.</summary>
    /// <param name="range">At least 0 and below 1.</param>
    /// <exception cref="DeclarationException">The range has no meaning, or every position is enumerated, which a continuous factor does not allow.</exception>
    public CropViews<TEvent, TInput> Brightness([InRange(0, 1, BelowMost = true)] double range) => Law.IsEnumerated
        ? throw new DeclarationException($"Brightness follows {steps[0].Name}, which enumerates the views; a factor that varies continuously cannot be enumerated. Use Crops or Cutouts, which draw.")
        : new(input, [.. steps, new(nameof(Brightness), [], [("range", range)])], (Law with { Brightness = range }).Checked(nameof(Brightness)));

    /// <inheritdoc/>
    public override WeighableContext<TEvent, TInput, Codeword> Quantise(Codebook<Raster> codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        return new(new KindNode<TEvent, TInput, Raster, TInput>(
            input, [.. steps, new(nameof(Quantise), [], [("codebook", codebook)])], new ImageKind<TInput>((PatchCodebook)codebook, Law)));
    }
}
