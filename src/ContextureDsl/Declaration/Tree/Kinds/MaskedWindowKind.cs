namespace ContextureDsl.Tree;

/// <summary>A token is seen with what a mask leaves visible of the tokens around it.</summary>
public sealed class MaskedWindowKind<TToken> : Kind<IEnumerable<TToken>, None, TToken>
    where TToken : notnull
{
    /// <exception cref="DeclarationException">A value is out of range.</exception>
    internal MaskedWindowKind(string step, MaskLaw law, int radius, int? draws, long seed)
    {
        if (radius is < 1 or > 31)
            throw new DeclarationException(FormattableString.Invariant($"{step} has the radius {radius}. It is the number of tokens seen on each side, between 1 and 31. Correct the radius."));
        law.Check(step, 2 * radius);
        Law = law;
        Radius = radius;
        Estimation = law.EstimationOf(step, 2 * radius, draws, seed);
    }

    /// <summary>The law of the mask.</summary>
    public MaskLaw Law { get; }

    /// <summary>How many tokens are seen on each side.</summary>
    public int Radius { get; }

    /// <inheritdoc/>
    public override Estimation Estimation { get; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IKindVisitor<TResult> visitor) => visitor.Visit(this);
}
