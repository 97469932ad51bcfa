using Xunit;

namespace ContextureDsl.Tests;

public class LearnedTests
{
    private static readonly string[] Inputs = ["a", "b", "c", "d", "e", "f"];
    private static readonly int[] Variables = [10, 20, 30, 40, 50];
    private static readonly double[][] Joint = DenseLearned.RandomJoint(6, 5, 3);

    public enum Genre : byte
    {
        Crime = 3,
        Comedy = 200,
    }

    [Fact]
    public void At_full_rank_the_density_is_that_of_the_joint_law()
    {
        var learned = DenseLearned.Of(Inputs, Variables, Joint, 4);
        for (var x = 0; x < 6; x++)
            for (var a = 0; a < 5; a++)
            {
                var expected = Joint[x][a] / (Joint[x].Sum() * Joint.Sum(row => row[a]));
                Assert.Equal(expected, learned.Density(Inputs[x], Variables[a]), 1e-12);
                Assert.Equal(Joint.Sum(row => row[a]), learned.Variables.Marginal(Variables[a]), 1e-15);
            }
    }

    [Fact]
    public void Half_scaled_sides_multiply_to_the_density()
    {
        var learned = DenseLearned.Of(Inputs, Variables, Joint, 4, embedding: Embedding.HalfScaled);
        var left = new double[4];
        var right = new double[4];
        Assert.True(learned.Encoder.TryEmbed("c", left));
        Assert.True(learned.Variables.TryEmbed(20, right));
        Assert.Equal(learned.Density("c", 20) - 1, left.Zip(right, (x, y) => x * y).Sum(), 1e-13);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(2)]
    public void Why_adds_up_to_the_scaled_similarity(int rank)
    {
        var learned = DenseLearned.Of(Inputs, Variables, Joint, rank, embedding: Embedding.Scaled);
        var one = new double[rank];
        var other = new double[rank];
        learned.Encoder.TryEmbed("b", one);
        learned.Encoder.TryEmbed("e", other);
        var why = learned.Why("b", "e", 100);
        Assert.Equal(5, why.Count);
        Assert.Equal(one.Zip(other, (x, y) => x * y).Sum(), why.Sum(reason => reason.Share), 1e-13);
        Assert.Equal(why.Select(reason => reason.Share).OrderDescending(), why.Select(reason => reason.Share));
        foreach (var (value, share) in why)
            Assert.Equal(learned.Variables.Marginal(value) * (learned.Density("b", value) - 1) * (learned.Density("e", value) - 1), share, 1e-13);
        Assert.Equal(why.Take(2), learned.Why("b", "e", 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => learned.Why("b", "e", 0));
        Assert.Throws<UnknownValueException>(() => learned.Why("b", "z"));
    }

    [Fact]
    public void At_keeps_the_leading_functions()
    {
        var learned = DenseLearned.Of(Inputs, Variables, Joint, 4);
        var fewer = learned.At(2);
        Assert.Equal(2, fewer.Rank);
        Assert.Equal(learned.Spectrum.Values.Take(2), fewer.Spectrum.Values);
        Assert.Equal(learned.Spectrum.Residuals.Take(2), fewer.Spectrum.Residuals);
        Assert.Equal(learned.Encoder["d"][..2].ToArray(), fewer.Encoder["d"].ToArray());
        Assert.Equal(learned.Variables[30][..2].ToArray(), fewer.Variables[30].ToArray());
        Assert.Same(learned, learned.At(4));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(5)]
    public void At_refuses_ranks_that_are_not_there(int rank)
    {
        var failure = Assert.Throws<RankException>(() => DenseLearned.Of(Inputs, Variables, Joint, 4).At(rank));
        Assert.Contains($"At({rank})", failure.Message);
        Assert.Contains("from 1 to 4", failure.Message);
    }

    [Fact]
    public void At_refuses_to_cut_equal_values_and_names_the_ends_of_the_run()
    {
        // Two independent bits through the same noisy channel: s = 0.8, 0.8, 0.64.
        var learned = TwoBits();
        Assert.Equal([0..2], learned.Spectrum.Plateaus);
        var failure = Assert.Throws<RankException>(() => learned.At(1));
        Assert.Contains("s1 to s2", failure.Message);
        Assert.Contains("At(2)", failure.Message);
        Assert.Equal([0..2], learned.At(2).Spectrum.Plateaus);
    }

    [Fact]
    public void With_changes_both_sides()
    {
        var learned = DenseLearned.Of(Inputs, Variables, Joint, 4);
        var scaled = learned.With(Embedding.Scaled);
        Assert.Same(learned, learned.With(Embedding.Whitened));
        Assert.Equal(Embedding.Scaled, scaled.Encoder.Embedding);
        Assert.Equal(Embedding.Scaled, scaled.Variables.Embedding);
        Assert.Equal(learned.Spectrum.Values[1] * learned.Encoder["a"][1], scaled.Encoder["a"][1], 1e-6);
    }

    [Fact]
    public void Parts_of_a_mix_are_found_by_name_and_type()
    {
        var learned = Mixed();
        Assert.Equal(2, learned.Variables<Genre>("genre").Count);
        Assert.Same(learned.Variables<int>("audience"), learned.Variables<int>("audience"));
        Assert.Equal(3, learned.Variables<int>("audience").Count);

        var type = Assert.Throws<VariableTypeException>(() => learned.Variables<string>("genre"));
        Assert.Contains("Genre", type.Message);
        Assert.Contains("System.String", type.Message);
        var name = Assert.Throws<PartNameException>(() => learned.Variables<int>("audiences"));
        Assert.Contains("'audience', 'genre'", name.Message);
    }

    [Fact]
    public void A_single_context_has_its_variables_as_a_property_and_by_name()
    {
        var learned = DenseLearned.Of(Inputs, Variables, Joint, 4);
        Assert.Same(learned.Variables, learned.Variables<int>("context"));
        Assert.Equal(Variables, learned.Variables.Known);
    }

    [Fact]
    public void Parts_of_one_name_must_be_told_apart()
    {
        double[][] law = [[1, 0], [0, 1], [0.5, 0.5]];
        var learned = DenseLearned.Mix(["a", "b", "c"], [0.4, 0.4, 0.2], [new("same", 0.5, DenseLearned.Alphabet(1, 2), law), new("same", 0.5, DenseLearned.Alphabet(1, 2), law)], 1);
        Assert.Contains("Named", Assert.Throws<PartNameException>(() => learned.Variables<int>("same")).Message);
    }

    [Fact]
    public void Right_functions_of_a_mix_are_orthonormal_over_the_tagged_values()
    {
        var learned = Mixed();
        var gram = new double[2, 2];
        void Add<T>(string part, double share)
            where T : notnull
        {
            var vector = new double[2];
            foreach (var value in learned.Variables<T>(part).Known)
            {
                learned.Variables<T>(part).TryEmbed(value, vector);
                for (var i = 0; i < 2; i++)
                    for (var k = 0; k < 2; k++) gram[i, k] += share * learned.Variables<T>(part).Marginal(value) * vector[i] * vector[k];
            }
        }
        Add<int>("audience", 0.7);
        Add<Genre>("genre", 0.3);
        Assert.Equal(1, gram[0, 0], 1e-13);
        Assert.Equal(1, gram[1, 1], 1e-13);
        Assert.Equal(0, gram[0, 1], 1e-13);
    }

    internal static Learned<string> Mixed(Precision precision = Precision.Double) => DenseLearned.Mix(
        ["a", "b", "c", "d"], [0.4, 0.3, 0.2, 0.1],
        [
            new("audience", 0.7, DenseLearned.Alphabet(1, 2, 3), [[0.8, 0.1, 0.1], [0.1, 0.8, 0.1], [0.2, 0.2, 0.6], [0.5, 0.4, 0.1]]),
            new("genre", 0.3, DenseLearned.Alphabet(Genre.Crime, Genre.Comedy), [[0.9, 0.1], [0.3, 0.7], null, [0.6, 0.4]]),
        ],
        2, precision);

    internal static Learned<int, int> TwoBits()
    {
        double[] bit = [0.9, 0.1];
        double[][] joint = [.. Enumerable.Range(0, 4).Select(x => Enumerable.Range(0, 4).Select(a => bit[(x ^ a) & 1] * bit[(x ^ a) >> 1] / 4).ToArray())];
        return DenseLearned.Of([0, 1, 2, 3], [0, 1, 2, 3], joint, 3);
    }
}
