namespace ContextureDsl.Tree;

/// <summary>A text is seen with what a mask leaves visible of one of its windows; where in the text that was, is forgotten.</summary>
public sealed class MaskedTextKind<TInput, TToken> : Kind<TInput, IEnumerable<TToken>, TInput>
    where TInput : notnull
    where TToken : notnull
{
    /// <exception cref="DeclarationException">A value is out of range, or nothing is ever visible.</exception>
    internal MaskedTextKind(string step, MaskLaw law, int length, int? draws, long seed)
    {
        law.Check(step, length);
        if (law.HidesAll(length))
            throw new DeclarationException(FormattableString.Invariant($"{step} hides everything, so nothing of a text is left to be seen with. Hide less."));
        Law = law;
        Length = length;
        Estimation = law.EstimationOf(step, length, draws, seed);
    }

    /// <summary>The law of the mask.</summary>
    public MaskLaw Law { get; }

    /// <summary>Number of places of a window.</summary>
    public int Length { get; }

    /// <inheritdoc/>
    public override Estimation Estimation { get; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IKindVisitor<TResult> visitor) => visitor.Visit(this);
}
