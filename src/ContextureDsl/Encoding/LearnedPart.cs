using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>One context of a declaration after learning.</summary>
/// <param name="Name">The declared name, otherwise the text of the context selector.</param>
/// <param name="Share">Its share in the mix, as declared or as learnt by the min–max rule; 1 where nothing is mixed. Factors of a convolution, contexts that are seen at once and parts of a concatenation have equal shares.</param>
/// <param name="Inputs">Distinct inputs that it saw and that were kept.</param>
/// <param name="Variables">Distinct context values kept.</param>
/// <param name="Pairs">Distinct pairs kept.</param>
/// <param name="ChiSquared">χ² of this part alone under the common P_X; null where it is not known without decomposing, which is so for a walk of two steps or more.</param>
/// <param name="Summary">What happened to its rows.</param>
public sealed record LearnedPart(string Name, double Share, int Inputs, int Variables, int Pairs, double? ChiSquared, ObservationSummary Summary)
{
    /// <summary>The walk that is taken on the counted pairs, which are one step of it, such as "steps, count 3"; null where they are the law of A themselves.</summary>
    public string? Walk { get; init; }

    /// <summary>How its joint law was found.</summary>
    public Estimation Estimation { get; init; } = Estimation.Counted;
}
