namespace ContextureDsl.Tree;

/// <summary>Patches of an image are seen with what is said of it: X is a codeword of a patch, A a token.</summary>
public sealed class CaptionKind<TToken> : Kind<Raster, IEnumerable<TToken>, Codeword>
    where TToken : notnull
{
    internal CaptionKind(PatchCodebook codebook) => Codebook = codebook;

    /// <summary>How a patch becomes a codeword.</summary>
    public PatchCodebook Codebook { get; }

    /// <inheritdoc/>
    public override Estimation Estimation => Estimation.Counted;

    /// <inheritdoc/>
    public override bool LearnsState => true;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IKindVisitor<TResult> visitor) => visitor.Visit(this);
}
