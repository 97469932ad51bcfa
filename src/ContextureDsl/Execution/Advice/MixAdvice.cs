using ContextureDsl.Execution;
using ContextureDsl.Observation;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>
/// Which mix of some contexts to learn, found without labels: a fifth of every part's pairs is held out, every candidate is learnt from the rest, and the one is chosen whose vectors tell a held-out pair best from
/// a chance pair, on the mean over the parts.
/// </summary>
/// <remarks>
/// <para>It says which mix knows most of what the parts themselves say. A part that is very regular and has nothing to do with a later task weighs as much as any other; no advice without labels can know that. Vectors are compared scaled, <see cref="Embedding.Scaled"/>: take them so.</para>
/// <para>Of r parts r + 3r(r − 1)/2 + 2 candidates are tried, of two parts 10: every part alone, convex mixes, convolutions, and the encoders side by side, of which as many leading functions count as of any other. Joint
/// contexts are written down and an untagged mix needs parts of one context variable, so that they are tried only where they are declared.</para>
/// <para>Cost: one decomposition for each candidate and repeat, 30 for two parts, and one for every part where encoders stand side by side. The same pairs, options and seed give the same advice, whatever the number of threads.</para>
/// </remarks>
/// <param name="Candidates">What was tried: every part alone first, then mixes, then what is declared where that is another one.</param>
/// <param name="Chosen">The one to learn; null where nothing can be recognised in any part.</param>
/// <param name="Parts">The parts.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record MixAdvice(IReadOnlyList<AdvisedMix> Candidates, AdvisedMix? Chosen, IReadOnlyList<AdvisedPart> Parts, string Reason)
{
    /// <summary>Compares mixes of counted parts.</summary>
    /// <param name="parts">Two parts or more.</param>
    /// <param name="names">One for each, for the formulas.</param>
    /// <param name="options">How candidates are learnt and compared.</param>
    /// <param name="progress">Told "advising" before every candidate, "advising, STEP" while it is learnt and asked, and "holding out" before every part.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="DeclarationException">There are fewer than two parts, or not a name for each, or an option has no meaning.</exception>
    /// <exception cref="ContextureException">The pairs or the settings cannot be learnt from; the message says what to do.</exception>
    /// <exception cref="OperationCanceledException">The caller asked to stop.</exception>
    public static MixAdvice Of<TInput>(
        IReadOnlyList<ObservedPart<TInput>> parts, IReadOnlyList<string> names, AdviceOptions? options = null, IProgress<LearnProgress>? progress = null, CancellationToken cancellationToken = default)
        where TInput : notnull
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(names);
        if (parts.Count != names.Count) throw new DeclarationException($"MixAdvice.Of was given {parts.Count} parts and {names.Count} names. Give every part a name.");
        var declared = parts.Select((part, i) => new DeclaredPart(1.0 / parts.Count, new CountedNode(names[i], part), names[i])).ToArray();
        options = (options ?? new()).Checked();
        return new Advisor<TInput>(LearnSettings.Resolve(new(), options.Learning), options, declared, parts, progress, cancellationToken).Advise(null);
    }
}
