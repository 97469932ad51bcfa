namespace ContextureDsl.Conformance.Oracle;

/// <summary>Declarations that the generator compiles as a whole, over the rows of the random data: one for every way in which a row can count.</summary>
internal static partial class Visited
{
    [Contexture(Precision = Precision.Double, Tolerance = 1e-11, RarePairs = RarePairs.Keep)]
    internal sealed partial class Plain : Contexture<string, string>.From<Visit>
    {
        protected override Context<string, string> Define(Events<Visit> visits) => visits.Input(v => v.Person).Context(v => v.Thing);
    }

    [Contexture(Precision = Precision.Double, Tolerance = 1e-11, RarePairs = RarePairs.Keep)]
    internal sealed partial class Weighted : Contexture<string, string>.From<Visit>
    {
        protected override Context<string, string> Define(Events<Visit> visits) => visits.Input(v => v.Person).Context(v => v.Thing).Weight(v => v.Count);
    }

    [Contexture(Precision = Precision.Double, Tolerance = 1e-11, RarePairs = RarePairs.Keep)]
    internal sealed partial class Filtered : Contexture<string, string>.From<Visit>
    {
        protected override Context<string, string> Define(Events<Visit> visits) => visits.Where(v => v.Count > 1).Input(v => v.Person).Context(v => v.Thing);
    }

    [Contexture(Precision = Precision.Double, Tolerance = 1e-11, RarePairs = RarePairs.Keep)]
    internal sealed partial class Aged(double halfLifeDays) : Contexture<string, string>.From<Visit>
    {
        protected override Context<string, string> Define(Events<Visit> visits) =>
            visits.Input(v => v.Person).Context(v => v.Thing).Weight(v => v.Count).Time(v => v.At, TimeSpan.FromDays(halfLifeDays));
    }

    [Contexture(Precision = Precision.Double, Tolerance = 1e-11, RarePairs = RarePairs.Keep)]
    internal sealed partial class Many(Duplicates duplicates) : Contexture<string, string>.From<Visit>
    {
        protected override Context<string, string> Define(Events<Visit> visits) =>
            visits.InputMany(v => v.Who).ContextMany(v => v.What).Weight(v => v.Count).Duplicates(duplicates);
    }

    /// <summary>Every person counts the same, and those that one source lacks are left out.</summary>
    [Contexture(Precision = Precision.Double, Tolerance = 1e-11, RarePairs = RarePairs.Keep, Population = Population.Uniform, Unseen = Unseen.Drop)]
    internal sealed partial class Even : Contexture<string>.From<Visit, Visit>
    {
        protected override Context<string> Define(Events<Visit> now, Events<Visit> before) => Mix.Convex(
            (0.3, now.InputMany(v => v.Who).ContextMany(v => v.What).Weight(v => v.Count)),
            (0.7, before.Input(v => v.Person).Context(v => v.Thing)));
    }

    /// <summary>Both sources differ in everything; the shares and counts are values of the object.</summary>
    [Contexture(Precision = Precision.Double, Tolerance = 1e-11, RarePairs = RarePairs.Keep)]
    internal sealed partial class Mixed(double first, double second, int least) : Contexture<string>.From<Visit, Visit>
    {
        protected override Context<string> Define(Events<Visit> now, Events<Visit> before) => Mix.Convex(
            (first, now.InputMany(v => v.Who).ContextMany(v => v.What).Weight(v => v.Count)),
            (second, before.Where(v => v.Count > 1).Input(v => v.Person).Context(v => v.Thing).MinimumCount(least, least)));
    }
}
