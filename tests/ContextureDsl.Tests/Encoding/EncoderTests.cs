using System.Globalization;
using Xunit;

namespace ContextureDsl.Tests;

public class EncoderTests
{
    private static readonly string[] Words = ["espresso", "coffee", "tea", "milk", "sugar", "water"];

    [Fact]
    public void Coordinates_are_singular_vectors_over_the_root_of_the_marginal_in_the_convention()
    {
        double[] p = [0.5, 0.3, 0.2];
        double[] s = [0.8, 0.25];
        double[] u = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6];
        foreach (var embedding in Enum.GetValues<Embedding>())
        {
            var encoder = new Encoder<string>(DenseLearned.Alphabet("a", "b", "c"), p, s, u, embedding);
            for (var x = 0; x < 3; x++)
            {
                var exact = new double[2];
                Assert.True(encoder.TryEmbed("abc"[x].ToString(), exact));
                for (var i = 0; i < 2; i++)
                {
                    var factor = embedding switch { Embedding.Whitened => 1, Embedding.Scaled => s[i], _ => Math.Sqrt(s[i]) };
                    Assert.Equal(factor * u[2 * x + i] / Math.Sqrt(p[x]), exact[i], 1e-15);
                    Assert.Equal((float)exact[i], encoder["abc"[x].ToString()][i], 1e-7f);
                }
            }
        }
    }

    [Fact]
    public void Whitened_functions_have_mean_zero_and_unit_variance_under_the_marginal()
    {
        var learned = DenseLearned.Of(Words, ["u", "v", "w", "x", "y"], DenseLearned.RandomJoint(6, 5, 1), 4);
        foreach (var i in Enumerable.Range(0, 4))
        {
            var mean = 0.0;
            var variance = 0.0;
            var vector = new double[4];
            foreach (var word in learned.Encoder.Known)
            {
                Assert.True(learned.Encoder.TryEmbed(word, vector));
                mean += learned.Encoder.Marginal(word) * vector[i];
                variance += learned.Encoder.Marginal(word) * vector[i] * vector[i];
            }
            Assert.Equal(0, mean, 1e-13);
            Assert.Equal(1, variance, 1e-13);
        }
    }

    [Fact]
    public void Single_and_double_storage_agree_to_single_precision()
    {
        var joint = DenseLearned.RandomJoint(6, 5, 1);
        var exact = DenseLearned.Of(Words, ["u", "v", "w", "x", "y"], joint, 4).Encoder;
        var single = DenseLearned.Of(Words, ["u", "v", "w", "x", "y"], joint, 4, Precision.Single).Encoder;
        Assert.Equal(Precision.Double, exact.Precision);
        Assert.Equal(Precision.Single, single.Precision);
        foreach (var word in Words)
            for (var i = 0; i < 4; i++) Assert.Equal(exact[word][i], single[word][i], 1e-6f);
    }

    [Fact]
    public void Describes_itself()
    {
        var encoder = Encoder();
        Assert.Equal(4, encoder.Rank);
        Assert.Equal(6, encoder.Count);
        Assert.Equal(6, encoder.Known.Count);
        Assert.Equal(Words, encoder.Known);
        Assert.Equal(Embedding.Whitened, encoder.Embedding);
    }

    [Fact]
    public void With_changes_coordinates_and_comes_back()
    {
        var encoder = Encoder();
        Assert.Same(encoder, encoder.With(Embedding.Whitened));
        var scaled = encoder.With(Embedding.Scaled);
        Assert.NotEqual(encoder["tea"].ToArray(), scaled["tea"].ToArray());
        Assert.Equal(encoder["tea"].ToArray(), scaled.With(Embedding.Whitened)["tea"].ToArray());
    }

    [Theory]
    [InlineData("expresso", "espresso")]
    [InlineData("TEA", "tea")]
    [InlineData("suger", "sugar")]
    [InlineData("zanzibar", null)]
    [InlineData("", null)]
    public void An_unknown_string_names_the_nearest_known_one(string asked, string? nearest)
    {
        var failure = Assert.Throws<UnknownValueException>(() => Encoder()[asked].Length);
        Assert.Equal(nearest, failure.NearestKnown);
        Assert.Contains($"'{asked}'", failure.Message);
        Assert.Contains("6 values", failure.Message);
        if (nearest is not null) Assert.Contains($"'{nearest}'", failure.Message);
    }

    [Fact]
    public void The_nearest_text_is_searched_with_bounded_work()
    {
        var looked = 0;
        IEnumerable<string> Endless()
        {
            while (true)
            {
                looked++;
                yield return "quite another key";
            }
        }
        Assert.Null(NearestText.Find("something else!!!", Endless()));
        Assert.InRange(looked, 1, 8_000_001);
        Assert.Null(NearestText.Find(new string('x', 65), Endless()));
    }

    [Fact]
    public void An_unknown_number_is_named_in_invariant_text()
    {
        var encoder = new Encoder<int>(DenseLearned.Alphabet(-1, 2), [0.5, 0.5], [0.5], [0.1f, 0.2f], Embedding.Whitened);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NegativeSign = "minus ";
            CultureInfo.CurrentCulture = comma;
            Assert.Contains("'-3'", Assert.Throws<UnknownValueException>(() => encoder[-3].Length).Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void TryEmbed_says_no_without_touching_the_destination()
    {
        Span<float> destination = [7, 7, 7, 7, 7];
        Assert.False(Encoder().TryEmbed("cocoa", destination));
        Assert.Equal([7, 7, 7, 7, 7], destination.ToArray());
        Assert.True(Encoder().TryEmbed("tea", destination));
        Assert.Equal(Encoder()["tea"].ToArray(), destination[..4].ToArray());
        Assert.Equal(7, destination[4]);
        Assert.Throws<ArgumentException>(() => Encoder().TryEmbed("tea", new float[3]));
        Assert.Throws<ArgumentException>(() => Encoder().TryEmbed("tea", new double[3]));
    }

    [Fact]
    public void TryEmbed_does_not_allocate()
    {
        var encoder = Encoder();
        var single = new float[4];
        var exact = new double[4];
        encoder.TryEmbed("tea", single);
        encoder.TryEmbed("tea", exact);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            encoder.TryEmbed("tea", single);
            encoder.TryEmbed("cocoa", single);
            encoder.TryEmbed("tea", exact);
        }
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Null_is_an_argument_error() => Assert.Throws<ArgumentNullException>(() => Encoder()[null!].Length);

    private static Encoder<string> Encoder() =>
        DenseLearned.Of(Words, ["u", "v", "w", "x", "y"], DenseLearned.RandomJoint(6, 5, 1), 4).Encoder;
}
