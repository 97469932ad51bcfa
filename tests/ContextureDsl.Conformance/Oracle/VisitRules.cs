namespace ContextureDsl.Conformance.Oracle;

/// <summary>A random declaration over <see cref="Visit"/>: which steps it has.</summary>
internal sealed record VisitRules(bool Many, bool Filtered, bool Weighted, double? HalfLifeDays, Duplicates Duplicates, int MinimumInput, int MinimumVariable)
{
    /// <summary>The declaration in the fluent form.</summary>
    public Context<string, string> Declare(Events<Visit> visits)
    {
        if (Filtered) visits = visits.Where(v => v.Count > 1);
        var context = Many ? visits.InputMany(v => v.Who).ContextMany(v => v.What) : visits.Input(v => v.Person).Context(v => v.Thing);
        if (Weighted) context = context.Weight(v => v.Count);
        if (HalfLifeDays is { } days) context = context.Time(v => v.At, TimeSpan.FromDays(days));
        return context.Duplicates(Duplicates).MinimumCount(MinimumInput, MinimumVariable);
    }
}
