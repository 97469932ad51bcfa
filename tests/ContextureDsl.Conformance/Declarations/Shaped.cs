namespace ContextureDsl.Conformance.Declarations;

/// <summary>One declaration for every shape of a row and of a mix.</summary>
internal static partial class Shaped
{
    /// <summary>Everything that can be said about one observed context.</summary>
    [Contexture(Seed = 3, Tolerance = 1e-6)]
    internal sealed partial class Qualified : Contexture<string, int>.From<Sighting>
    {
        protected override Context<string, int> Define(Events<Sighting> sightings) =>
            sightings.Where(s => s.Small > 1)
                     .Where(s => s.Colour != Colour.Blue)
                     .Input(s => s.Text)
                     .Context(s => s.Number)
                     .Weight(s => (double)s.Price)
                     .Time(s => s.At, TimeSpan.FromDays(20))
                     .MinimumCount(input: 2, context: 3)
                     .Named("qualified");
    }

    /// <summary>Several inputs and several context values in a row.</summary>
    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class Many : Contexture<string, int>.From<Sighting>
    {
        protected override Context<string, int> Define(Events<Sighting> sightings) => sightings.InputMany(s => s.Tags).ContextMany(s => s.Codes).Weight(s => s.Weight);
    }

    /// <summary>The values of the attribute and of the constructor come from the real tree.</summary>
    [Contexture(Duplicates = Duplicates.Mean, MinimumCount = 2)]
    internal sealed partial class Valued(double share, int least) : Contexture<string>.From<Sighting, Sighting>
    {
        protected override Context<string> Define(Events<Sighting> now, Events<Sighting> before)
        {
            var tagged = now.Input(s => s.Text).ContextMany(s => s.Tags);
            var numbered = before.Where(s => s.Small >= least).Input(s => s.Text).Context(s => s.Number).Duplicates(Duplicates.Largest).Weight(s => s.Weight);
            return Mix.Convex((share, tagged.Named("tags")), (1 - share, Mix.Convex((1, numbered), (2, before.Input(s => s.Text).Context(s => s.Place)))));
        }
    }

    /// <summary>Another declaration inside of this one.</summary>
    [Contexture(Precision = Precision.Double)]
    internal sealed partial class Reused : Contexture<string>.From<Sighting>
    {
        protected override Context<string> Define(Events<Sighting> sightings) =>
            Mix.Convex((0.5, new Qualified().Over(sightings)), (0.5, sightings.Input(s => s.Text).Context(s => s.Day)));
    }
}
