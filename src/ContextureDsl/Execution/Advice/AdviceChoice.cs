namespace ContextureDsl.Execution;

/// <summary>
/// Which candidate is chosen: the best one, unless a part alone is within one standard error of it, or it is a convex mix and one with more even weights is within two. A concatenation gives
/// way to any context within one, because it can be mixed no further. Standard errors are those of the difference, question by question. Parts in which nothing can be recognised, mixes with them, and what could not be
/// learnt are not chosen.
/// </summary>
/// <remarks>The distances were found on data with labels: simpler contexts and evener weights did no worse there, and were less often far off.</remarks>
internal sealed class AdviceChoice
{
    private const double StandardErrorsOfChance = 3;
    private const double StandardErrorsOfAlone = 1;
    private const double StandardErrorsOfWeights = 2;
    private const double StandardErrorsOfContext = 1;

    private readonly IReadOnlyList<MixCandidate> candidates;
    private readonly IReadOnlyList<float[][]> hits;
    private readonly IReadOnlyList<string?> failures;
    private readonly int repeats;
    private readonly int[] recognisable;

    /// <param name="candidates">What was tried.</param>
    /// <param name="hits">For every candidate and part the answers of all repeats.</param>
    /// <param name="failures">For every candidate why it could not be learnt; null where it could.</param>
    /// <param name="repeats">How many repeats they are of: pairs are the same in each, so that more answers are no more evidence.</param>
    public AdviceChoice(IReadOnlyList<MixCandidate> candidates, IReadOnlyList<float[][]> hits, IReadOnlyList<string?> failures, int repeats)
    {
        this.candidates = candidates;
        this.hits = hits;
        this.failures = failures;
        this.repeats = repeats;
        recognisable = [.. Enumerable.Range(0, hits[0].Length).Where(IsRecognisable)];
        Best = Allowed().DefaultIfEmpty(-1).MaxBy(Score);
        Leading = Best >= 0 && candidates[Best].IsConcatenation ? Context() : Best;
        Chosen = Choose();
    }

    /// <summary>The parts in which anything can be recognised.</summary>
    public IReadOnlyList<int> Recognisable => recognisable;

    /// <summary>The candidate with the largest score of those that may be chosen; −1 where there is none.</summary>
    public int Best { get; }

    /// <summary>The best one, or where that is a concatenation the best context that is as good.</summary>
    public int Leading { get; }

    /// <summary>The one that is chosen; −1 where nothing can be recognised.</summary>
    public int Chosen { get; }

    /// <summary>Whether a candidate tells the held-out pairs of a part from chance pairs.</summary>
    public bool IsRecognised(int part, int by)
    {
        var questions = hits[by][part].Length / repeats;
        return questions > 0 && Score(by, part) > 0.5 + StandardErrorsOfChance * 0.5 / Math.Sqrt(questions);
    }

    /// <summary>AUC in one part.</summary>
    public double Score(int candidate, int part) => Mean(hits[candidate][part]);

    /// <summary>The mean AUC over the parts in which anything can be recognised; over all where that is none.</summary>
    public double Score(int candidate) => candidate < 0 ? 0 : Counted().Average(part => Score(candidate, part));

    /// <summary>Of the score.</summary>
    public double StandardError(int candidate) => StandardError(part => hits[candidate][part]);

    private double StandardErrorOfDifference(int candidate, int other) => StandardError(part => Differences(hits[candidate][part], hits[other][part]));

    private double StandardError(Func<int, float[]> answers)
    {
        var sum = 0.0;
        foreach (var part in Counted())
            if (answers(part) is { Length: > 0 } values) sum += Variance(values) / Math.Max(1, values.Length / repeats);
        return Math.Sqrt(sum) / Counted().Count;
    }

    private int Choose()
    {
        if (Best < 0 || candidates[Best].IsAlone) return Best;
        foreach (var alone in Allowed().Where(candidate => candidates[candidate].IsAlone).OrderByDescending(Score))
            if (IsWithin(StandardErrorsOfAlone, alone)) return alone;
        if (candidates[Leading].Weights is null) return Leading;
        return Allowed().Where(candidate => candidates[candidate].Weights is not null && IsWithin(StandardErrorsOfWeights, candidate))
            .OrderBy(candidate => Math.Round(candidates[candidate].Unevenness(recognisable), 3)).ThenByDescending(Score).First();
    }

    private int Context() => Allowed().Where(candidate => !candidates[candidate].IsConcatenation && IsWithin(StandardErrorsOfContext, candidate)).DefaultIfEmpty(Best).MaxBy(Score);

    private bool IsWithin(double standardErrors, int candidate) => Score(Best) - Score(candidate) <= standardErrors * StandardErrorOfDifference(Best, candidate);

    private IEnumerable<int> Allowed() => Enumerable.Range(0, candidates.Count).Where(candidate => failures[candidate] is null && candidates[candidate].Parts.All(part => recognisable.AsSpan().Contains(part)));

    private IReadOnlyList<int> Counted() => recognisable.Length > 0 ? recognisable : [.. Enumerable.Range(0, hits[0].Length)];

    private bool IsRecognisable(int part) => Enumerable.Range(0, candidates.Count).Any(candidate => IsRecognised(part, candidate));

    private static float[] Differences(float[] first, float[] second)
    {
        var differences = new float[first.Length];
        for (var i = 0; i < first.Length; i++) differences[i] = first[i] - second[i];
        return differences;
    }

    private static double Mean(float[] values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return values.Length > 0 ? sum / values.Length : 0.5;
    }

    private static double Variance(float[] values)
    {
        var (mean, sum) = (Mean(values), 0.0);
        foreach (var value in values) sum += (value - mean) * (value - mean);
        return sum / values.Length;
    }
}
