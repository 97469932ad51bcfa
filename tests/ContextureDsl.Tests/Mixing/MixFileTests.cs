using System.Globalization;
using ContextureDsl.Tests.Execution;

namespace ContextureDsl.Tests.Mixing;

/// <summary>Every kind of mix comes back from its file as it was, and no damage of the file goes unseen.</summary>
public sealed class MixFileTests : IDisposable
{
    private static readonly LearnOptions Exactly = new() { Precision = Precision.Double, Tolerance = 1e-12, RarePairs = RarePairs.Keep };
    private static readonly KeyText Pairs = KeyText.For<(int, int)>(pair => FormattableString.Invariant($"{pair.Item1},{pair.Item2}"), text => (Number(text, 0), Number(text, 1)));

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Kinds() => ["average", "convolution", "smooth", "joint", "nested", "walk", "concatenation", "min-max"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_comes_back_with_the_same_bits(string kind)
    {
        foreach (var precision in (Precision[])[Precision.Double, Precision.Single])
        {
            var saved = Learn(kind, precision);
            saved.Save(folder["a"], [Pairs]);
            var loaded = Learned.Load<int>(folder["a"], Pairs);
            loaded.Save(folder["b"], [Pairs]);
            Assert.Equal(File.ReadAllBytes(folder["a"]), File.ReadAllBytes(folder["b"]));
            Assert.Equal(saved.Spectrum.Values, loaded.Spectrum.Values);
            Assert.Equal(saved.Parts, loaded.Parts);
            Assert.Equal(saved.Encoder.Known, loaded.Encoder.Known);
            foreach (var x in saved.Encoder.Known) Assert.Equal(Vectors.Of(saved.Encoder, x), Vectors.Of(loaded.Encoder, x));
            Assert.Equal(saved.Content.Right.Select(right => right.Name), loaded.Content.Right.Select(right => right.Name));
            Evidence[] evidence = [.. saved.Content.Entries.DistinctBy(entry => entry.Part).Select(entry => entry.Name.Contains(',') ? Evidence.Of(entry.Name, (0, 1)) : Evidence.Of(entry.Name, 0, 1))];
            var (one, two) = (new double[saved.Rank], new double[saved.Rank]);
            Assert.True(saved.TryEmbedNew(evidence, one, out var use));
            Assert.True(loaded.TryEmbedNew(evidence, two, out var again));
            Assert.Equal(one, two);
            Assert.Equal((use.Share, use.UnknownValues, use.Undetermined), (again.Share, again.UnknownValues, again.Undetermined));
            if (saved.Rank > 1 && saved.Spectrum.Values[0] > saved.Spectrum.Values[1] + 1e-6) Assert.Equal(Vectors.Of(saved.At(1).Encoder, 0), Vectors.Of(loaded.At(1).Encoder, 0));
        }
    }

    [Fact]
    public void Values_seen_at_once_need_a_text()
    {
        var joint = Learn("joint", Precision.Double);
        Assert.Contains("KeyText.For", Assert.Throws<KeyTextException>(() => joint.Save(folder["a"])).Message, StringComparison.Ordinal);
        Assert.Empty(folder.Names);
    }

    [Theory]
    [InlineData("nested")]
    [InlineData("concatenation")]
    public void Damage_is_seen(string kind)
    {
        Learn(kind, Precision.Double).Save(folder["whole"], [Pairs]);
        var whole = File.ReadAllBytes(folder["whole"]);
        for (var length = 0; length < whole.Length; length += 13) Refused(whole[..length]);
        for (var bit = 0; bit < 8 * whole.Length; bit += 29)
        {
            var damaged = whole.ToArray();
            damaged[bit / 8] ^= (byte)(1 << bit % 8);
            Refused(damaged);
        }
    }

    private void Refused(byte[] bytes)
    {
        File.WriteAllBytes(folder["damaged"], bytes);
        Assert.Throws<EncoderFileException>(() => Learned.Load<int>(folder["damaged"], Pairs));
    }

    private static Learned<int> Learn(string kind, Precision precision)
    {
        var tables = new MixTables(6, sawAll: true);
        var options = Exactly with { Precision = precision, Tolerance = precision == Precision.Double ? 1e-12 : 1e-5 };
        return Contexture.Learn(tables.Rows(0), tables.Rows(1), (even, odd) => Declared(kind, MixTables.Contexts(even, odd)), options: options);
    }

    private static Definition<int> Declared(string kind, Context<int, int>[] c) => kind switch
    {
        "average" => Mix.Average((0.3, c[0]), (0.7, c[1])),
        "convolution" => Mix.Convolve(c[0], c[1], then: c[2]),
        "smooth" => c[0].Smooth(),
        "joint" => Mix.Joint(c[0], c[1]),
        "nested" => Mix.Convex<int>((0.5, c[0]), (0.25, Mix.Convolve(c[0], then: c[1])), (0.25, Mix.Convolve(Mix.Joint(c[1], c[2]), then: c[2]))),
        "walk" => Mix.Average(c[0].Smooth(), c[3]).Lazy(0.25),
        "concatenation" => Mix.Concatenate<int>(c[0], Mix.Convolve(c[1], then: c[2]), Mix.Joint(c[0], c[1])),
        _ => Mix.MinMax<int>(c[0], c[1]),
    };

    private static int Number(string text, int index) => int.Parse(text.Split(',')[index], CultureInfo.InvariantCulture);
}
