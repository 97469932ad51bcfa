namespace ContextureDsl.Tree;

/// <summary>A stretch of tokens is seen with what a mask leaves visible of it.</summary>
public sealed class MaskedStretchKind<TToken> : Kind<IEnumerable<TToken>, None, Chunk<TToken>>
    where TToken : notnull
{
    /// <exception cref="DeclarationException">A value is out of range.</exception>
    internal MaskedStretchKind(string step, MaskLaw law, int length, int? draws, long seed)
    {
        law.Check(step, length);
        Law = law;
        Length = length;
        Estimation = law.EstimationOf(step, length, draws, seed);
    }

    /// <summary>The law of the mask.</summary>
    public MaskLaw Law { get; }

    /// <summary>Number of tokens of a stretch.</summary>
    public int Length { get; }

    /// <inheritdoc/>
    public override Estimation Estimation { get; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IKindVisitor<TResult> visitor) => visitor.Visit(this);
}
