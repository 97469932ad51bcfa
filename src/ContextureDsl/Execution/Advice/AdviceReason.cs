using System.Globalization;

namespace ContextureDsl.Execution;

/// <summary>Why a candidate was chosen, in one sentence.</summary>
/// <param name="candidates">What was tried.</param>
/// <param name="choice">What was chosen.</param>
/// <param name="parts">The parts.</param>
/// <param name="failures">For every candidate why it could not be learnt; null where it could.</param>
internal sealed class AdviceReason(IReadOnlyList<MixCandidate> candidates, AdviceChoice choice, IReadOnlyList<AdvisedPart> parts, IReadOnlyList<string?> failures)
{
    /// <summary>The sentence, with what is known of the parts.</summary>
    public string Sentence()
    {
        var remarks = parts.Where(part => part.Remark is not null).Select(part => $"; {part.Name} is {part.Remark}");
        return Judgement() + Convolved() + string.Concat(remarks) + Unlearnt() + ".";
    }

    private string Judgement()
    {
        if (choice.Chosen < 0) return $"No advice: in none of the parts can a held-out pair be told from a chance pair ({string.Join(", ", parts.Select(Unrecognised))})";
        var chosen = candidates[choice.Chosen].Formula;
        if (choice.Recognisable.Count == 1) return $"{chosen}: a held-out pair of {string.Join(" or ", parts.Where(part => !part.IsRecognisable).Select(part => part.Name))} can by nothing be told from a chance pair, so that it has nothing to add (AUC {Number(choice.Chosen)})";
        if (choice.Chosen == choice.Best) return $"{chosen}: tells held-out pairs from chance pairs best (AUC {Number(choice.Chosen)}; {Others()})";
        if (choice.Chosen == choice.Leading && !candidates[choice.Chosen].IsAlone) return $"{chosen}: tells held-out pairs from chance pairs as well, within a standard error, as {candidates[choice.Best].Formula} (AUC {Number(choice.Best)} against {Number(choice.Chosen)}), and is a context that can be mixed further ({Others()})";
        var best = $"{candidates[choice.Best].Formula} (AUC {Number(choice.Best)} against {Number(choice.Chosen)}";
        return candidates[choice.Chosen].IsAlone
            ? $"{chosen}: alone it tells held-out pairs from chance pairs as well, within a standard error, as the best mix, {best}; {Others()})"
            : $"{chosen}: tells held-out pairs from chance pairs as well, within two standard errors, as {best}), and has the most even weights ({Others()})";
    }

    private string Convolved() => choice.Chosen >= 0 && candidates[choice.Chosen].IsConvolved ? "; take its vectors scaled (Embedding.Scaled), as it was compared" : "";

    private string Unlearnt()
    {
        string[] formulas = [.. candidates.Where((_, i) => failures[i] is not null).Select(candidate => candidate.Formula)];
        return formulas.Length == 0 ? "" : $"; {string.Join(", ", formulas)} could not be learnt";
    }

    private string Others() => string.Join(", ", Enumerable.Range(0, candidates.Count).Where(i => candidates[i].IsAlone && i != choice.Chosen).Select(i => $"{candidates[i].Formula} alone {Number(i)}").Concat(Unrecognisable()));

    private IEnumerable<string> Unrecognisable() => parts.Where(part => !part.IsRecognisable).Select(part => $"nothing in {part.Name} can be recognised");

    private static string Unrecognised(AdvisedPart part) => part.HeldOut == 0 ? $"{part.Name} has none to hold out" : FormattableString.Invariant($"{part.HeldOut} of {part.Name}");

    private string Number(int candidate) => choice.Score(candidate).ToString("0.000", CultureInfo.InvariantCulture);
}
