namespace ContextureDsl.Conformance.Oracle;

/// <summary>The rules of counting, one LINQ sentence each.</summary>
internal static class NaiveCount
{
    /// <summary>Rows to pairs: zero weights are not there, the row's weight is shared by its pairs, age halves it, duplicates follow the policy, rare values go.</summary>
    public static IReadOnlyList<NaivePair> Of(IEnumerable<Visit> rows, VisitRules rules)
    {
        var kept = rows.Where(row => !rules.Filtered || row.Count > 1).Where(row => !rules.Weighted || row.Count > 0).ToList();
        if (kept.Count == 0) return [];
        var latest = kept.Max(row => row.Day);
        var pairs = (
            from row in kept
            let weight = (rules.Weighted ? row.Count : 1) * (rules.HalfLifeDays is { } half ? Math.Pow(2, -(latest - row.Day) / half) : 1)
            let xs = rules.Many ? row.Who : [row.Person]
            let variables = rules.Many ? row.What : [row.Thing]
            from x in xs
            from a in variables
            select new NaivePair(x, a, weight / (xs.Length * variables.Length))).ToList();
        var rareX = pairs.GroupBy(pair => pair.X).Where(group => group.Count() < rules.MinimumInput).Select(group => group.Key).ToHashSet();
        var rareA = pairs.GroupBy(pair => pair.A).Where(group => group.Count() < rules.MinimumVariable).Select(group => group.Key).ToHashSet();
        return pairs
            .GroupBy(pair => (pair.X, pair.A))
            .Where(group => !rareX.Contains(group.Key.X) && !rareA.Contains(group.Key.A))
            .Select(group => new NaivePair(group.Key.X, group.Key.A, Fold(group.Select(pair => pair.Weight), rules.Duplicates)))
            .ToList();
    }

    private static double Fold(IEnumerable<double> weights, Duplicates policy) => policy switch
    {
        Duplicates.Once => weights.First(),
        Duplicates.Largest => weights.Max(),
        Duplicates.Mean => weights.Average(),
        _ => weights.Sum(),
    };
}
