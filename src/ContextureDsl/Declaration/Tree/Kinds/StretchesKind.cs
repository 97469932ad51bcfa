namespace ContextureDsl.Tree;

/// <summary>A text is seen with the stretches of tokens in it: its n-grams.</summary>
public sealed class StretchesKind<TInput, TToken> : Kind<TInput, IEnumerable<TToken>, TInput>
    where TInput : notnull
    where TToken : notnull
{
    /// <exception cref="DeclarationException">There is no length, or one is not positive or given twice.</exception>
    internal StretchesKind(ReadOnlySpan<int> lengths)
    {
        if (lengths.IsEmpty) throw new DeclarationException("Stretches() has no length. Stretches(1) are single tokens, Stretches(1, 2) single tokens and pairs of neighbours.");
        for (var i = 0; i < lengths.Length; i++)
        {
            if (lengths[i] < 1) throw new DeclarationException(FormattableString.Invariant($"Stretches has the length {lengths[i]}. A stretch has at least one token. Correct the length."));
            if (lengths[..i].Contains(lengths[i])) throw new DeclarationException(FormattableString.Invariant($"Stretches has the length {lengths[i]} twice. Give every length once; Mix.Convex says how much each counts."));
        }
        Lengths = [.. lengths];
    }

    /// <summary>How many tokens a stretch has.</summary>
    public IReadOnlyList<int> Lengths { get; }

    /// <inheritdoc/>
    public override Estimation Estimation => Estimation.Counted;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IKindVisitor<TResult> visitor) => visitor.Visit(this);
}
