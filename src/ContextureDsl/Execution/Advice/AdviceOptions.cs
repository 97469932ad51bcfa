namespace ContextureDsl;

/// <summary>How mixes are compared by <see cref="MixAdvice"/>. A value left null keeps the default.</summary>
public sealed record AdviceOptions
{
    /// <summary>How every candidate is learnt: rank, P_X, seed, threads. The same as for learning what is chosen.</summary>
    public LearnOptions? Learning { get; init; }

    /// <summary>How often pairs are held out anew, from 1 to 100. One is three times as fast, and enough from some thousand held-out pairs a part on.</summary>
    public int Repeats { get; init; } = 3;

    /// <summary>The weights of the first of two parts that are tried in a convex mix; each between 0 and 1. Null: 0.1, 0.3, 0.5, 0.7 and 0.9.</summary>
    public IReadOnlyList<double>? Weights { get; init; }

    /// <summary>The weights, those that are tried where nothing is said included.</summary>
    internal IReadOnlyList<double> TriedWeights => Weights ?? [0.1, 0.3, 0.5, 0.7, 0.9];

    /// <exception cref="DeclarationException">A value has no meaning: the message names it and the rule.</exception>
    internal AdviceOptions Checked()
    {
        if (Repeats is < 1 or > 100) throw new DeclarationException(FormattableString.Invariant($"Repeats = {Repeats}: pairs are held out from 1 to 100 times. Use 3."));
        foreach (var weight in TriedWeights)
            if (!(weight > 0 && weight < 1)) throw new DeclarationException(FormattableString.Invariant($"Weights has {weight}: the weight of the first of two parts lies between 0 and 1, and both ends are the parts alone, which are tried anyway. Use 0.1, 0.3, 0.5, 0.7 and 0.9."));
        return this;
    }
}
