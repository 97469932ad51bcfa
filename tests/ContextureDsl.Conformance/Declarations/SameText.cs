namespace ContextureDsl.Conformance.Declarations;

/// <summary>Declarations whose trees hold selectors of equal text that mean different things, because they were written in different classes.</summary>
internal static partial class SameText
{
    /// <summary>One part that is read, and one that only the running program knows.</summary>
    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class Mixed(Helper other) : Contexture<string>.From<Sighting>
    {
        private const int Least = 1;

        protected override Context<string> Define(Events<Sighting> sightings) =>
            Mix.Convex(sightings.Where(s => s.Small >= Least).Input(s => s.Text).Context(s => Key(s.Number)), other.Pairs(sightings));

        private static int Key(int number) => number;
    }

    /// <summary>The same with an argument that decides which of the two is returned.</summary>
    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class Either(Helper? other) : Contexture<string>.From<Sighting>
    {
        private const int Least = 1;

        protected override Context<string> Define(Events<Sighting> sightings)
        {
            if (other is not null) return other.Pairs(sightings);
            return sightings.Where(s => s.Small >= Least).Input(s => s.Text).Context(s => Key(s.Number));
        }

        private static int Key(int number) => number;
    }

    /// <summary>A declaration that another class derives from.</summary>
    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal partial class Open : Contexture<string>.From<Sighting>
    {
        private const int Least = 1;

        protected override Context<string> Define(Events<Sighting> sightings) => sightings.Where(s => s.Small >= Least).Input(s => s.Text).Context(s => Key(s.Number));

        private static int Key(int number) => number;
    }

    /// <summary>Another meaning of the same texts, in a class that inherits the emitted code.</summary>
    internal sealed class Derived : Open
    {
        private const int Least = 3;

        protected override Context<string> Define(Events<Sighting> sightings) => sightings.Where(s => s.Small >= Least).Input(s => s.Text).Context(s => Key(s.Number));

        private static int Key(int number) => number / 3;
    }

    /// <summary>Another meaning of the same texts, behind a virtual call.</summary>
    internal class Helper
    {
        private const int Least = 3;

        public virtual Context<string> Pairs(Events<Sighting> sightings) => sightings.Where(s => s.Small >= Least).Input(s => s.Text).Context(s => Key(s.Number));

        private static int Key(int number) => number / 3;
    }
}
