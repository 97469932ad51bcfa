using ContextureDsl.Observation;
using CsCheck;
using Xunit;

namespace ContextureDsl.Tests.Observation;

/// <summary>Every alphabet numbers, finds and keeps values as the dictionary does, for every family of key types.</summary>
public class AlphabetTests
{
    private enum Colour { Red, Green, Blue }

    [Flags]
    private enum Days : ulong { None = 0, Monday = 1, Tuesday = 2, Sunday = 1UL << 63 }

    private readonly record struct Place(string City, int Street);

    private readonly record struct Colour3(byte Red, byte Green, byte Blue);

    private readonly struct ColourRange : ISmallRange<Colour>
    {
        public static long Smallest => 0;

        public static int Size => 3;

        public static long Of(Colour value) => (long)value;
    }

    private readonly struct PairKeys : IKeys<(string, int)>
    {
        public static uint Hash((string, int) value) => KeyHash.Combine(StringKeys.Hash(value.Item1), BitsKeys<int>.Hash(value.Item2));

        public static bool Same((string, int) left, (string, int) right) => StringKeys.Same(left.Item1, right.Item1) && BitsKeys<int>.Same(left.Item2, right.Item2);
    }

    private readonly struct PlaceKeys : IKeys<Place>
    {
        public static uint Hash(Place value) => KeyHash.Combine(StringKeys.Hash(value.City), BitsKeys<int>.Hash(value.Street));

        public static bool Same(Place left, Place right) => StringKeys.Same(left.City, right.City) && BitsKeys<int>.Same(left.Street, right.Street);
    }

    private readonly struct OneHash : IKeys<int>
    {
        public static uint Hash(int value) => uint.MaxValue;

        public static bool Same(int left, int right) => left == right;
    }

    [Fact]
    public void Strings() => Agree(() => new HashAlphabet<string, StringKeys>(), Gen.OneOf(Gen.Char.Array[0, 3].Select(characters => new string(characters)), Gen.Char['a', 'b'].Array[0, 40].Select(characters => new string(characters)), RowGen.OneOf("", "\0", "\0\0", "é", "e\u0301", "A", "a")));

    [Fact]
    public void WholeNumbers()
    {
        Agree(() => new HashAlphabet<byte, BitsKeys<byte>>(), Gen.Byte);
        Agree(() => new HashAlphabet<sbyte, BitsKeys<sbyte>>(), Gen.SByte);
        Agree(() => new HashAlphabet<short, BitsKeys<short>>(), Gen.Short);
        Agree(() => new HashAlphabet<ushort, BitsKeys<ushort>>(), Gen.UShort);
        Agree(() => new HashAlphabet<int, BitsKeys<int>>(), Gen.OneOf(Gen.Int, Gen.Int[-3, 3]));
        Agree(() => new HashAlphabet<uint, BitsKeys<uint>>(), Gen.OneOf(Gen.UInt, Gen.Const(uint.MaxValue)));
        Agree(() => new HashAlphabet<long, BitsKeys<long>>(), Gen.OneOf(Gen.Long, Gen.Const(long.MinValue), Gen.Const(-1L)));
        Agree(() => new HashAlphabet<ulong, BitsKeys<ulong>>(), Gen.OneOf(Gen.ULong, Gen.Const(ulong.MaxValue)));
        Agree(() => new HashAlphabet<nint, BitsKeys<nint>>(), Gen.Int.Select(value => (nint)value));
        Agree(() => new HashAlphabet<Int128, BitsKeys<Int128>>(), Gen.Select(Gen.ULong, Gen.ULong[0, 2]).Select((low, high) => new Int128(high, low)));
        Agree(() => new HashAlphabet<char, BitsKeys<char>>(), Gen.Char);
    }

    [Fact]
    public void IdentifiersAndDates()
    {
        Agree(() => new HashAlphabet<Guid, BitsKeys<Guid>>(), Gen.OneOf(Gen.Guid, Gen.Const(Guid.Empty)));
        Agree(() => new HashAlphabet<DateOnly, BitsKeys<DateOnly>>(), Gen.DateOnly);
        Agree(() => new HashAlphabet<TimeOnly, BitsKeys<TimeOnly>>(), Gen.TimeOnly);
    }

    [Fact]
    public void SmallRanges()
    {
        Agree(() => new SmallRangeAlphabet<bool, BoolRange>(), Gen.Bool);
        Agree(() => new SmallRangeAlphabet<byte, ByteRange>(), Gen.Byte);
        Agree(() => new SmallRangeAlphabet<sbyte, SByteRange>(), Gen.SByte);
    }

    [Fact]
    public void EnumsWithUndeclaredMembersAndFlags()
    {
        Agree(() => new SmallRangeAlphabet<Colour, ColourRange>(), Gen.OneOf(Gen.Int[-2, 5], Gen.Const(int.MinValue), Gen.Const(int.MaxValue)).Select(value => (Colour)value));
        Agree(() => new HashAlphabet<Colour, BitsKeys<Colour>>(), Gen.Int[-2, 5].Select(value => (Colour)value));
        Agree(() => new HashAlphabet<Days, BitsKeys<Days>>(), RowGen.OneOf(Days.None, Days.Monday, Days.Monday | Days.Sunday, Days.Sunday, (Days)64));
    }

    [Fact]
    public void CompositeKeys()
    {
        var pair = Gen.Select(RowGen.OneOf("", "a", "b"), Gen.Int[-1, 2]);
        Agree(() => new HashAlphabet<(string, int), PairKeys>(), pair);
        Agree(() => new HashAlphabet<Place, PlaceKeys>(), pair.Select((city, street) => new Place(city, street)));
    }

    [Fact]
    public void AnyOtherTypeByItsOwnEquality()
    {
        Agree(() => new HashAlphabet<Place, DefaultKeys<Place>>(), Gen.Select(RowGen.OneOf("", "a", "b"), Gen.Int[-1, 2]).Select((city, street) => new Place(city, street)));
        Agree(() => new HashAlphabet<double, DefaultKeys<double>>(), RowGen.OneOf(0.0, -0.0, double.NaN, -double.NaN, 1, double.Epsilon));
        Agree(() => new HashAlphabet<decimal, DefaultKeys<decimal>>(), RowGen.OneOf(1.0m, 1.00m, -1m, 0m, 0.0m));
        Agree(() => new DictionaryAlphabet<Uri>(), RowGen.OneOf("http://a/", "http://A/", "http://b/").Select(text => new Uri(text)));
    }

    [Fact]
    public void EqualHashesAreToldApart() => Agree(() => new HashAlphabet<int, OneHash>(), Gen.Int[0, 50]);

    [Fact]
    public void ManyValues()
    {
        var alphabet = new HashAlphabet<string, StringKeys>();
        for (var i = 0; i < 300_000; i++) Assert.Equal(i, alphabet.Number("value " + i));
        for (var i = 0; i < 300_000; i++) Assert.Equal(i, alphabet.Number("value " + i));
        Assert.False(alphabet.TryIndex("value 300000", out _));
    }

    [Fact]
    public void HashesAreSpreadOverLowBits()
    {
        // A good hash fills 65536 slots with 65536 keys like random draws: 1 - 1/e = 63.2 % of the slots, standard deviation 0.1 %.
        // The seed is combined with the bits by exclusive or, so other bits under the keys stand for other seeds.
        var random = new Random(5);
        for (var shift = 0; shift <= 48; shift++)
            for (var seed = 0; seed < 10; seed++)
            {
                var under = random.NextInt64();
                AssertSpread(i => BitsKeys<long>.Hash(((long)i << shift) ^ under));
                AssertSpread(i => BitsKeys<Int128>.Hash(new Int128((ulong)i << shift, (ulong)under)));
                AssertSpread(i => BitsKeys<Int128>.Hash(new Int128((ulong)under, (ulong)i << shift)));
            }
        for (var length = 0; length < 40; length++)
        {
            var (before, after) = (new string('k', length), new string('0', length));
            AssertSpread(i => StringKeys.Hash(before + i));
            AssertSpread(i => StringKeys.Hash(i + after));
            AssertSpread(i => StringKeys.Hash(before + (char)i));
        }
        AssertSpread(i => BitsKeys<int>.Hash(i));
        AssertSpread(i => BitsKeys<double>.Hash(i));
        AssertSpread(i => DefaultKeys<int>.Hash(i << 12));
        AssertSpread(i => KeyHash.Combine(BitsKeys<int>.Hash(i & 255), BitsKeys<int>.Hash(i >> 8)));
    }

    [Fact]
    public void ANumberOutOfRangeIsAnError()
    {
        var alphabet = new HashAlphabet<int, BitsKeys<int>>();
        alphabet.Number(5);
        Assert.ThrowsAny<SystemException>(() => alphabet[1]);
        Assert.ThrowsAny<SystemException>(() => alphabet[-1]);
    }

    [Fact]
    public void ATypeOfOddSizeHasNoBitsKeys()
    {
        var error = Assert.Throws<NotSupportedException>(() => BitsKeys<Colour3>.Hash(new(1, 2, 3)));
        Assert.Contains("3 bytes", error.Message);
        Assert.Contains("DefaultKeys", error.Message);
    }

    private static void AssertSpread(Func<int, uint> hash)
    {
        var slots = new bool[65536];
        for (var i = 0; i < slots.Length; i++) slots[hash(i) & 65535] = true;
        Assert.InRange(slots.Count(taken => taken) / 65536.0, 0.615, 1);
    }

    private static void Agree<T>(Func<GrowingAlphabet<T>> create, Gen<T> gen)
        where T : notnull => Gen.Select(gen.Array[0, 80], gen.Array[0, 20], Gen.Int[1, 4]).Sample((values, others, step) =>
    {
        var (alphabet, plain) = (create(), new DictionaryAlphabet<T>());
        foreach (var value in values) Assert.Equal(plain.Number(value), alphabet.Number(value));
        AssertSame(plain, alphabet, others);
        var kept = Enumerable.Range(0, plain.Count).Where(i => i % step == 0).ToArray();
        AssertSame(plain.Keep(kept), alphabet.Keep(kept), [.. others, .. values]);
    }, iter: 200);

    private static void AssertSame<T>(Alphabet<T> expected, Alphabet<T> actual, T[] others)
        where T : notnull
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.Equal(expected.Values, actual.Values);
        foreach (var value in others.Concat(expected.Values))
        {
            Assert.Equal(expected.TryIndex(value, out var number), actual.TryIndex(value, out var found));
            Assert.Equal(number, found);
        }
    }
}
