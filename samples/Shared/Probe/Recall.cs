using System.Numerics.Tensors;

namespace Samples.Probe;

/// <summary>How much of what is wanted stands among the first k of a ranking. Ties count against the ranking: an equal score stands before what is wanted.</summary>
public static class Recall
{
    /// <summary>Retrieval: the share of the queries whose own candidate is among the k nearest by cosine.</summary>
    /// <param name="queries">One vector a query.</param>
    /// <param name="candidates">The vectors that are ranked.</param>
    /// <param name="truth">For each query the number of its candidate.</param>
    /// <param name="k">At least 1.</param>
    public static double At(int k, float[][] queries, float[][] candidates, int[] truth)
    {
        if (queries.Length != truth.Length) throw new ArgumentException($"There are {queries.Length} queries and {truth.Length} answers.", nameof(truth));
        var units = Array.ConvertAll(candidates, Unit);
        var found = 0;
        for (var query = 0; query < queries.Length; query++)
        {
            var own = Unit(queries[query]);
            var scores = Array.ConvertAll(units, unit => TensorPrimitives.Dot<float>(own, unit));
            if (Rank(scores, truth[query], _ => true) <= k) found++;
        }
        return (double)found / queries.Length;
    }

    /// <summary>Recommendation: the share of one person's wanted items that are among the k best of those not left out, divided by min(k, wanted).</summary>
    /// <param name="scores">The score of every item.</param>
    /// <param name="wanted">The items held out; at least one.</param>
    /// <param name="known">The items left out of the ranking because the person has them already.</param>
    /// <param name="k">At least 1.</param>
    public static double At(int k, ReadOnlySpan<float> scores, IReadOnlySet<int> wanted, IReadOnlySet<int> known)
    {
        if (wanted.Count == 0) throw new ArgumentException("No item is wanted, so there is nothing to find.", nameof(wanted));
        var found = 0;
        foreach (var item in wanted)
            if (Rank(scores, item, other => !known.Contains(other) && !wanted.Contains(other)) + Better(scores, wanted, item) <= k) found++;
        return (double)found / Math.Min(k, wanted.Count);
    }

    /// <summary>One plus the number of rivals that score at least as high.</summary>
    private static int Rank(ReadOnlySpan<float> scores, int item, Func<int, bool> isRival)
    {
        var rank = 1;
        for (var other = 0; other < scores.Length; other++)
            if (other != item && isRival(other) && !(scores[other] < scores[item])) rank++;
        return rank;
    }

    /// <summary>The wanted items that stand before this one; among equals the smaller number stands first, so that they fill places and do not push each other out.</summary>
    private static int Better(ReadOnlySpan<float> scores, IReadOnlySet<int> wanted, int item)
    {
        var better = 0;
        foreach (var other in wanted)
            if (scores[other] > scores[item] || (scores[other] == scores[item] && other < item)) better++;
        return better;
    }

    private static float[] Unit(float[] vector)
    {
        var norm = TensorPrimitives.Norm<float>(vector);
        if (norm == 0) return vector;
        var unit = new float[vector.Length];
        TensorPrimitives.Divide(vector, norm, unit);
        return unit;
    }
}
