namespace ContextureDsl.Conformance.Declarations;

/// <summary>One declaration for every kind of mix that is more than contexts side by side.</summary>
internal static partial class Mixed
{
    /// <summary>A convolution of two sources.</summary>
    [Contexture(Rank = 6)]
    internal sealed partial class Through : Contexture<string>.From<Sighting, Sighting>
    {
        protected override Context<string> Define(Events<Sighting> now, Events<Sighting> before) =>
            Mix.Convolve(before.Input(s => s.Text).Context(s => s.Number), then: now.Input(s => s.Text).ContextMany(s => s.Tags));
    }

    /// <summary>Convolutions that begin alike beside a context, with a weight of the object.</summary>
    [Contexture(Rank = 6, Precision = Precision.Double)]
    internal sealed partial class Alike(double share) : Contexture<string>.From<Sighting>
    {
        protected override Context<string> Define(Events<Sighting> sightings)
        {
            var numbers = sightings.Input(s => s.Text).Context(s => s.Number);
            var days = sightings.Input(s => s.Text).Context(s => s.Day);
            return Mix.Convex((share, sightings.Input(s => s.Text).Context(s => s.Colour)), (0.4, Mix.Convolve(numbers, then: days)), (0.3, Mix.Convolve(numbers, then: sightings.Input(s => s.Text).Context(s => s.Place))));
        }
    }

    /// <summary>Through a tagged mix, one part of which is a convolution, and back.</summary>
    [Contexture(Rank = 5)]
    internal sealed partial class ThereAndBack : Contexture<string>.From<Sighting>
    {
        protected override Context<string> Define(Events<Sighting> sightings)
        {
            var numbers = sightings.Input(s => s.Text).Context(s => s.Number);
            return Mix.Convex((0.3, sightings.Input(s => s.Text).Context(s => s.Day)), (0.7, Mix.Convolve(numbers, then: sightings.Input(s => s.Text).ContextMany(s => s.Tags)))).Smooth();
        }
    }

    /// <summary>Two contexts at once, gone through.</summary>
    [Contexture(Rank = 5, Precision = Precision.Double)]
    internal sealed partial class AtOnce : Contexture<string>.From<Sighting>
    {
        protected override Context<string> Define(Events<Sighting> sightings) =>
            Mix.Convolve(Mix.Joint(sightings.Input(s => s.Text).Context(s => s.Colour), sightings.Input(s => s.Text).Context(s => s.Place)), then: sightings.Input(s => s.Text).Context(s => s.Number));
    }

    /// <summary>Untagged, with a part that stands in it by itself and at the end of a convolution.</summary>
    [Contexture(Rank = 5)]
    internal sealed partial class Untagged(double share) : Contexture<string>.From<Sighting, Sighting>
    {
        protected override Context<string> Define(Events<Sighting> now, Events<Sighting> before)
        {
            var numbers = now.Input(s => s.Text).Context(s => s.Number);
            return Mix.Average((share, numbers), (0.5, Mix.Convolve(numbers, then: numbers)), (1 - share, before.Input(s => s.Text).Context(s => s.Number)));
        }
    }

    /// <summary>Through an untagged mix that shares a part with the untagged mix beside which a context stands.</summary>
    [Contexture(Rank = 5, Precision = Precision.Double)]
    internal sealed partial class UntaggedWithin(double share) : Contexture<string>.From<Sighting, Sighting>
    {
        protected override Context<string> Define(Events<Sighting> now, Events<Sighting> before)
        {
            var numbers = now.Input(s => s.Text).Context(s => s.Number);
            var earlier = before.Input(s => s.Text).Context(s => s.Number);
            var tags = now.Input(s => s.Text).ContextMany(s => s.Tags);
            return Mix.Convolve(
                Mix.Average((0.4, numbers), (0.6, earlier)),
                then: Mix.Convex((0.6, Mix.Average((0.5, earlier), (share, Mix.Convolve(tags, then: numbers)))), (0.4, tags)));
        }
    }

    /// <summary>A part that gives columns in two places of a tagged mix, with a weight in each, and the inputs themselves beside it.</summary>
    [Contexture(Rank = 5)]
    internal sealed partial class Twofold(double share) : Contexture<string>.From<Sighting>
    {
        protected override Context<string> Define(Events<Sighting> sightings)
        {
            var numbers = sightings.Input(s => s.Text).Context(s => s.Number);
            var days = sightings.Input(s => s.Text).Context(s => s.Day);
            return Mix.Convex((share, numbers), (0.5, Mix.Convolve(numbers, then: days)), (0.2, days), (0.3, Mix.Convolve(days, then: sightings.Input(s => s.Text).ContextMany(s => s.Tags)).Smooth()));
        }
    }

    /// <summary>Through a walk, which leads to inputs that the other part never saw.</summary>
    [Contexture(Rank = 5, Precision = Precision.Double)]
    internal sealed partial class Walked : Contexture<string>.From<Sighting>
    {
        protected override Context<string> Define(Events<Sighting> sightings) =>
            Mix.Convolve(sightings.Neighbours(s => s.Text, s => "t" + s.Number).Undirected().Steps(2), then: sightings.Input(s => s.Text).ContextMany(s => s.Tags));
    }

    /// <summary>A part that stands in a tagged mix twice, under two names, and once written out again.</summary>
    [Contexture(Rank = 5, Precision = Precision.Double)]
    internal sealed partial class Repeated : Contexture<string>.From<Sighting>
    {
        protected override Context<string> Define(Events<Sighting> sightings)
        {
            var numbers = sightings.Input(s => s.Text).Context(s => s.Number);
            return Mix.Convex((0.3, numbers), (0.2, sightings.Input(s => s.Text).Context(s => s.Day)), (0.4, numbers.Named("again")), (0.1, sightings.Input(s => s.Text).Context(s => s.Number)));
        }
    }
}
