namespace ContextureDsl.Tree;

/// <summary>An input is seen with patches of its image: A is a codeword and, where the codebook says so, the place.</summary>
public sealed class ImageKind<TInput> : Kind<TInput, Raster, TInput>
    where TInput : notnull
{
    internal ImageKind(PatchCodebook codebook, CropLaw? crops)
    {
        Codebook = codebook;
        Crops = crops;
    }

    /// <summary>How a patch becomes a codeword.</summary>
    public PatchCodebook Codebook { get; }

    /// <summary>Which parts of the image are seen; null for all patches at the stride of the codebook.</summary>
    public CropLaw? Crops { get; }

    /// <inheritdoc/>
    public override Estimation Estimation => Crops is { IsEnumerated: false } ? Estimation.Sampled(Crops.Draws, Crops.Seed) : Estimation.Enumerated;

    /// <inheritdoc/>
    public override bool LearnsState => true;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IKindVisitor<TResult> visitor) => visitor.Visit(this);
}
