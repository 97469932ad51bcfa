namespace ContextureDsl.Conformance.Declarations;

/// <summary>One declaration for every type of key, which stands on both sides: as input with a text, and as context of a text.</summary>
internal static partial class Keyed
{
    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class ByText : Contexture<string>.From<Sighting>
    {
        protected override Context<string> Define(Events<Sighting> sightings) =>
            Mix.Convex(sightings.Input(s => s.Text).Context(s => s.Number), sightings.Input(s => s.Text).Context(s => s.Text + s.Flag));
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class OfText : Contexture<string, string>.From<Sighting>
    {
        protected override Context<string, string> Define(Events<Sighting> sightings) => sightings.Input(s => s.Text + s.Number).Context(s => s.Text);
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class ByFlag : Contexture<bool>.From<Sighting>
    {
        protected override Context<bool> Define(Events<Sighting> sightings) =>
            Mix.Convex(sightings.Input(s => s.Flag).Context(s => s.Number), sightings.Input(s => s.Flag).Context(s => s.Text + s.Flag));
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class OfFlag : Contexture<string, bool>.From<Sighting>
    {
        protected override Context<string, bool> Define(Events<Sighting> sightings) => sightings.Input(s => s.Text + s.Number).Context(s => s.Flag);
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class BySmall : Contexture<byte>.From<Sighting>
    {
        protected override Context<byte> Define(Events<Sighting> sightings) =>
            Mix.Convex(sightings.Input(s => s.Small).Context(s => s.Number), sightings.Input(s => s.Small).Context(s => s.Text + s.Flag));
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class OfSmall : Contexture<string, byte>.From<Sighting>
    {
        protected override Context<string, byte> Define(Events<Sighting> sightings) => sightings.Input(s => s.Text + s.Number).Context(s => s.Small);
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class BySigned : Contexture<sbyte>.From<Sighting>
    {
        protected override Context<sbyte> Define(Events<Sighting> sightings) =>
            Mix.Convex(sightings.Input(s => s.Signed).Context(s => s.Number), sightings.Input(s => s.Signed).Context(s => s.Text + s.Flag));
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class OfSigned : Contexture<string, sbyte>.From<Sighting>
    {
        protected override Context<string, sbyte> Define(Events<Sighting> sightings) => sightings.Input(s => s.Text + s.Number).Context(s => s.Signed);
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class ByShort : Contexture<short>.From<Sighting>
    {
        protected override Context<short> Define(Events<Sighting> sightings) =>
            Mix.Convex(sightings.Input(s => s.Short).Context(s => s.Number), sightings.Input(s => s.Short).Context(s => s.Text + s.Flag));
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class OfShort : Contexture<string, short>.From<Sighting>
    {
        protected override Context<string, short> Define(Events<Sighting> sightings) => sightings.Input(s => s.Text + s.Number).Context(s => s.Short);
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class ByUnsignedShort : Contexture<ushort>.From<Sighting>
    {
        protected override Context<ushort> Define(Events<Sighting> sightings) =>
            Mix.Convex(sightings.Input(s => s.UnsignedShort).Context(s => s.Number), sightings.Input(s => s.UnsignedShort).Context(s => s.Text + s.Flag));
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class OfUnsignedShort : Contexture<string, ushort>.From<Sighting>
    {
        protected override Context<string, ushort> Define(Events<Sighting> sightings) => sightings.Input(s => s.Text + s.Number).Context(s => s.UnsignedShort);
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class ByNumber : Contexture<int>.From<Sighting>
    {
        protected override Context<int> Define(Events<Sighting> sightings) =>
            Mix.Convex(sightings.Input(s => s.Number).Context(s => s.Text), sightings.Input(s => s.Number).Context(s => s.Text + s.Flag));
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class OfNumber : Contexture<string, int>.From<Sighting>
    {
        protected override Context<string, int> Define(Events<Sighting> sightings) => sightings.Input(s => s.Text + s.Number).Context(s => s.Number);
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class ByUnsigned : Contexture<uint>.From<Sighting>
    {
        protected override Context<uint> Define(Events<Sighting> sightings) =>
            Mix.Convex(sightings.Input(s => s.Unsigned).Context(s => s.Number), sightings.Input(s => s.Unsigned).Context(s => s.Text + s.Flag));
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class OfUnsigned : Contexture<string, uint>.From<Sighting>
    {
        protected override Context<string, uint> Define(Events<Sighting> sightings) => sightings.Input(s => s.Text + s.Number).Context(s => s.Unsigned);
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class ByLong : Contexture<long>.From<Sighting>
    {
        protected override Context<long> Define(Events<Sighting> sightings) =>
            Mix.Convex(sightings.Input(s => s.Long).Context(s => s.Number), sightings.Input(s => s.Long).Context(s => s.Text + s.Flag));
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class OfLong : Contexture<string, long>.From<Sighting>
    {
        protected override Context<string, long> Define(Events<Sighting> sightings) => sightings.Input(s => s.Text + s.Number).Context(s => s.Long);
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class ByUnsignedLong : Contexture<ulong>.From<Sighting>
    {
        protected override Context<ulong> Define(Events<Sighting> sightings) =>
            Mix.Convex(sightings.Input(s => s.UnsignedLong).Context(s => s.Number), sightings.Input(s => s.UnsignedLong).Context(s => s.Text + s.Flag));
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class OfUnsignedLong : Contexture<string, ulong>.From<Sighting>
    {
        protected override Context<string, ulong> Define(Events<Sighting> sightings) => sightings.Input(s => s.Text + s.Number).Context(s => s.UnsignedLong);
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class ByLetter : Contexture<char>.From<Sighting>
    {
        protected override Context<char> Define(Events<Sighting> sightings) =>
            Mix.Convex(sightings.Input(s => s.Letter).Context(s => s.Number), sightings.Input(s => s.Letter).Context(s => s.Text + s.Flag));
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class OfLetter : Contexture<string, char>.From<Sighting>
    {
        protected override Context<string, char> Define(Events<Sighting> sightings) => sightings.Input(s => s.Text + s.Number).Context(s => s.Letter);
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class ByColour : Contexture<Colour>.From<Sighting>
    {
        protected override Context<Colour> Define(Events<Sighting> sightings) =>
            Mix.Convex(sightings.Input(s => s.Colour).Context(s => s.Number), sightings.Input(s => s.Colour).Context(s => s.Text + s.Flag));
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class OfColour : Contexture<string, Colour>.From<Sighting>
    {
        protected override Context<string, Colour> Define(Events<Sighting> sightings) => sightings.Input(s => s.Text + s.Number).Context(s => s.Colour);
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class ByScale : Contexture<Scale>.From<Sighting>
    {
        protected override Context<Scale> Define(Events<Sighting> sightings) =>
            Mix.Convex(sightings.Input(s => s.Scale).Context(s => s.Number), sightings.Input(s => s.Scale).Context(s => s.Text + s.Flag));
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class OfScale : Contexture<string, Scale>.From<Sighting>
    {
        protected override Context<string, Scale> Define(Events<Sighting> sightings) => sightings.Input(s => s.Text + s.Number).Context(s => s.Scale);
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class ById : Contexture<Guid>.From<Sighting>
    {
        protected override Context<Guid> Define(Events<Sighting> sightings) =>
            Mix.Convex(sightings.Input(s => s.Id).Context(s => s.Number), sightings.Input(s => s.Id).Context(s => s.Text + s.Flag));
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class OfId : Contexture<string, Guid>.From<Sighting>
    {
        protected override Context<string, Guid> Define(Events<Sighting> sightings) => sightings.Input(s => s.Text + s.Number).Context(s => s.Id);
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class ByDay : Contexture<DateOnly>.From<Sighting>
    {
        protected override Context<DateOnly> Define(Events<Sighting> sightings) =>
            Mix.Convex(sightings.Input(s => s.Day).Context(s => s.Number), sightings.Input(s => s.Day).Context(s => s.Text + s.Flag));
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class OfDay : Contexture<string, DateOnly>.From<Sighting>
    {
        protected override Context<string, DateOnly> Define(Events<Sighting> sightings) => sightings.Input(s => s.Text + s.Number).Context(s => s.Day);
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class ByPair : Contexture<(string? Name, Colour Colour)>.From<Sighting>
    {
        protected override Context<(string? Name, Colour Colour)> Define(Events<Sighting> sightings) =>
            Mix.Convex(sightings.Input(s => s.Pair).Context(s => s.Number), sightings.Input(s => s.Pair).Context(s => s.Text + s.Flag));
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class OfPair : Contexture<string, (string? Name, Colour Colour)>.From<Sighting>
    {
        protected override Context<string, (string? Name, Colour Colour)> Define(Events<Sighting> sightings) => sightings.Input(s => s.Text + s.Number).Context(s => s.Pair);
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class ByPlace : Contexture<Place>.From<Sighting>
    {
        protected override Context<Place> Define(Events<Sighting> sightings) =>
            Mix.Convex(sightings.Input(s => s.Place).Context(s => s.Number), sightings.Input(s => s.Place).Context(s => s.Text + s.Flag));
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class OfPlace : Contexture<string, Place>.From<Sighting>
    {
        protected override Context<string, Place> Define(Events<Sighting> sightings) => sightings.Input(s => s.Text + s.Number).Context(s => s.Place);
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class ByTone : Contexture<Tone>.From<Sighting>
    {
        protected override Context<Tone> Define(Events<Sighting> sightings) =>
            Mix.Convex(sightings.Input(s => s.Tone).Context(s => s.Number), sightings.Input(s => s.Tone).Context(s => s.Text + s.Flag));
    }

    [Contexture(Precision = Precision.Double, RarePairs = RarePairs.Keep)]
    internal sealed partial class OfTone : Contexture<string, Tone>.From<Sighting>
    {
        protected override Context<string, Tone> Define(Events<Sighting> sightings) => sightings.Input(s => s.Text + s.Number).Context(s => s.Tone);
    }
}
