using System.Globalization;

namespace ContextureDsl;

/// <summary>How the joint law of a context is found: a fact of the declaration, repeated in the result.</summary>
/// <remarks>
/// Counted pairs and draws are samples of the law: the spectrum has a bias (chance looks like association) that falls with the number of pairs. An enumerated law
/// is exact given the rows.
/// </remarks>
/// <param name="Mode">Counted, enumerated or sampled.</param>
/// <param name="Draws">Draws for each input where it is sampled; 0 elsewhere.</param>
/// <param name="Seed">The seed of the draws.</param>
public readonly record struct Estimation(EstimationMode Mode, int Draws = 0, long Seed = 0)
{
    /// <summary>P⁺ is the share of the observed pairs.</summary>
    public static Estimation Counted => new(EstimationMode.Counted);

    /// <summary>P(a|x) is computed for every a.</summary>
    public static Estimation Enumerated => new(EstimationMode.Enumerated);

    /// <summary>P(a|x) is the share of seeded draws.</summary>
    /// <exception cref="DeclarationException">There is not even one draw.</exception>
    public static Estimation Sampled(int draws, long seed) => draws >= 1
        ? new(EstimationMode.Sampled, draws, seed)
        : throw new DeclarationException(FormattableString.Invariant($"draws: {draws}. A sampled context takes at least one draw for each input. Use 8 or more: the spectrum of few draws is mostly chance."));

    /// <summary>For instance "sampled, 8 draws, seed 0".</summary>
    public override string ToString() => Mode switch
    {
        EstimationMode.Counted => "counted",
        EstimationMode.Enumerated => "enumerated",
        _ => string.Create(CultureInfo.InvariantCulture, $"sampled, {Draws} {(Draws == 1 ? "draw" : "draws")}, seed {Seed}"),
    };
}
