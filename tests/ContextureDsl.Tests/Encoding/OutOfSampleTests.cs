using System.Text.Json;
using Xunit;

namespace ContextureDsl.Tests;

public class OutOfSampleTests
{
    private static readonly string[] Inputs = ["a", "b", "c", "d", "e", "f"];
    private static readonly int[] Variables = [10, 20, 30, 40, 50];
    private static readonly double[][] Joint = DenseLearned.RandomJoint(6, 5, 3);

    public static TheoryData<string> FixtureNames => ["rbf_gamma1", "rbf_gamma0.1", "knn3_with_self", "knn3_no_self"];

    [Theory]
    [MemberData(nameof(FixtureNames))]
    public void Reference_points_get_their_reference_vectors(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "theory_cases.json")));
        var reference = document.RootElement.GetProperty("out_of_sample").EnumerateArray().Single(element => element.GetProperty("context").GetString() == name);
        var context = document.RootElement.GetProperty("kernel_contexts").EnumerateArray().Single(element => element.GetProperty("name").GetString() == name);
        var joint = Matrix(context.GetProperty("P"));
        var rank = reference.GetProperty("d").GetInt32();
        var learned = DenseLearned.Of([.. Enumerable.Range(0, joint.Length)], [.. Enumerable.Range(0, joint[0].Length)], joint, rank);

        // The stored numbers carry about 15 digits; the smallest singular value, 0.018, amplifies their errors by 56.
        const double Tolerance = 1e-10;
        var values = reference.GetProperty("s").EnumerateArray().Select(value => value.GetDouble()).ToArray();
        for (var i = 0; i < rank; i++) Assert.Equal(values[i], learned.Spectrum.Values[i], Tolerance);
        var training = Matrix(reference.GetProperty("train_embedding_mu"));
        var signs = Signs(learned, training);
        for (var x = 0; x < training.Length; x++) Close(training[x], Known(learned, x), signs, Tolerance);
        var rows = Matrix(reference.GetProperty("conditional_rows"));
        var expected = Matrix(reference.GetProperty("new_embedding_mu"));
        for (var x = 0; x < rows.Length; x++)
        {
            var vector = new double[rank];
            Assert.True(learned.TryEmbedNew(rows[x].Select((weight, a) => (a, weight)).ToArray(), vector));
            Close(expected[x], vector, signs, Tolerance);
        }
    }

    [Theory]
    [InlineData(Embedding.Whitened)]
    [InlineData(Embedding.Scaled)]
    [InlineData(Embedding.HalfScaled)]
    public void Inputs_that_were_there_are_reproduced(Embedding embedding)
    {
        var learned = DenseLearned.Of(Inputs, Variables, Joint, 4, embedding: embedding);
        var single = DenseLearned.Of(Inputs, Variables, Joint, 4, Precision.Single, embedding);
        for (var x = 0; x < Inputs.Length; x++)
        {
            var seen = Joint[x].Select((weight, a) => (Variables[a], weight)).ToArray();
            var exact = new double[4];
            var expected = new double[4];
            Assert.True(learned.TryEmbedNew(seen, exact));
            Assert.True(learned.Encoder.TryEmbed(Inputs[x], expected));
            for (var i = 0; i < 4; i++) Assert.Equal(expected[i], exact[i], 1e-12);
            var rounded = new float[4];
            Assert.True(single.TryEmbedNew(seen, rounded));
            for (var i = 0; i < 4; i++) Assert.Equal(expected[i], rounded[i], 1e-5);
        }
    }

    [Fact]
    public void Unknown_values_are_skipped_and_the_rest_renormalised()
    {
        var learned = DenseLearned.Of(Inputs, Variables, Joint, 4);
        var known = new float[4];
        var mixed = new float[4];
        Assert.True(learned.TryEmbedNew([(10, 1), (40, 3)], known));
        Assert.True(learned.TryEmbedNew([(10, 2), (99, 50), (40, 6), (20, 0)], mixed));
        Assert.Equal(known, mixed);
        Assert.Equal(learned.EmbedNew(10, 40, 40, 40), known);

        Assert.True(learned.TryEmbedNew([Evidence.Weighted("context", (10, 2.0), (99, 50.0), (40, 6.0))], mixed, out var use));
        Assert.Equal(known, mixed);
        Assert.Equal(new EvidenceUse(1, use.MissingParts, 1, 0), use);
        Assert.Empty(use.MissingParts);
    }

    [Fact]
    public void Nothing_known_is_said_and_gives_the_mean()
    {
        var learned = DenseLearned.Of(Inputs, Variables, Joint, 4);
        var vector = new float[] { 1, 1, 1, 1 };
        Assert.False(learned.TryEmbedNew([(99, 1)], vector));
        Assert.Equal(new float[4], vector);
        Assert.False(learned.TryEmbedNew([(10, 0)], vector));
        Assert.False(learned.TryEmbedNew(ReadOnlySpan<(int, double)>.Empty, vector));
        Assert.Throws<UnknownValueException>(() => learned.EmbedNew(98, 99));
        Assert.Throws<UnknownValueException>(() => learned.EmbedNew(Evidence.Of("context", 98, 99)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Weights_must_be_finite_and_not_negative(double weight)
    {
        var learned = DenseLearned.Of(Inputs, Variables, Joint, 4);
        Assert.Contains("Value 1 ('20')", Assert.Throws<InvalidWeightException>(() => learned.TryEmbedNew([(10, 1), (20, weight)], new float[4])).Message);
        Assert.Throws<InvalidWeightException>(() => Evidence.Weighted("context", (10, weight)));
    }

    [Fact]
    public void Weights_that_overflow_together_are_refused() =>
        Assert.Throws<InvalidWeightException>(() => Evidence.Weighted("context", (10, double.MaxValue), (20, double.MaxValue)));

    [Fact]
    public void A_short_destination_is_refused()
    {
        var learned = DenseLearned.Of(Inputs, Variables, Joint, 4);
        Assert.Throws<ArgumentException>(() => learned.TryEmbedNew([(10, 1)], new float[3]));
        Assert.Throws<ArgumentException>(() => learned.TryEmbedNew([(10, 1)], new double[3]));
        Assert.Throws<ArgumentException>(() => learned.TryEmbedNew([Evidence.Of("context", 10)], new float[3], out _));
    }

    [Theory]
    [InlineData(Embedding.Whitened, 1)]
    [InlineData(Embedding.HalfScaled, 1)]
    [InlineData(Embedding.Scaled, 0)]
    public void A_coordinate_whose_value_is_rounding_is_zero_and_counted(Embedding embedding, int undetermined)
    {
        // Rank one by construction (a 2-valued hidden cause), so that s₂ is nothing but rounding.
        double[][] joint = [[0.3, 0.1, 0.1], [0.1, 0.05, 0.15], [0.1, 0.04, 0.06]];
        for (var a = 0; a < 3; a++) joint[2][a] = 0.2 * (0.4 * joint[0][a] / 0.5 + 0.6 * joint[1][a] / 0.3);
        var learned = DenseLearned.Of(["a", "b", "c"], [1, 2, 3], joint, 2, embedding: embedding);
        Assert.InRange(learned.Spectrum.Values[1], 0, 1e-15);
        var vector = new double[2];
        Assert.True(learned.TryEmbedNew([Evidence.Of("context", 1, 3)], vector, out var use));
        Assert.Equal(undetermined, use.Undetermined);
        Assert.NotEqual(0, vector[0]);
        if (undetermined > 0) Assert.Equal(0, vector[1]);
    }

    [Fact]
    public void A_mix_reproduces_inputs_from_all_their_parts()
    {
        var learned = LearnedTests.Mixed();
        var vector = new double[2];
        var expected = new double[2];
        Evidence[] evidence =
        [
            Evidence.Weighted("audience", (1, 0.1), (2, 0.8), (3, 0.1)),
            Evidence.Weighted("genre", (LearnedTests.Genre.Crime, 3.0), (LearnedTests.Genre.Comedy, 7.0)),
        ];
        Assert.True(learned.TryEmbedNew(evidence, vector, out var use));
        Assert.True(learned.Encoder.TryEmbed("b", expected));
        for (var i = 0; i < 2; i++) Assert.Equal(expected[i], vector[i], 1e-12);
        Assert.Equal(1, use.Share);
        Assert.Empty(use.MissingParts);

        // In pieces and in another order it is the same evidence.
        Assert.True(learned.TryEmbedNew([evidence[1], Evidence.Weighted("audience", (3, 0.1), (1, 0.1)), Evidence.Weighted("audience", (2, 0.8))], vector, out _));
        for (var i = 0; i < 2; i++) Assert.Equal(expected[i], vector[i], 1e-12);
    }

    [Fact]
    public void A_missing_part_renormalises_the_shares_and_is_flagged()
    {
        // "c" was never seen by the genre part: there it is independent, which adds nothing, so its own vector is shorter by the share.
        var learned = LearnedTests.Mixed();
        var vector = new double[2];
        var expected = new double[2];
        Assert.True(learned.TryEmbedNew([Evidence.Weighted("audience", (1, 0.2), (2, 0.2), (3, 0.6))], vector, out var use));
        Assert.True(learned.Encoder.TryEmbed("c", expected));
        Assert.Equal(["genre"], use.MissingParts);
        Assert.Equal(0.7, use.Share, 1e-15);
        for (var i = 0; i < 2; i++) Assert.Equal(expected[i], use.Share * vector[i], 1e-12);

        Assert.True(learned.TryEmbedNew([Evidence.Of("genre", LearnedTests.Genre.Crime), Evidence.Of("audience", 77)], vector, out use));
        Assert.Equal(["audience"], use.MissingParts);
        Assert.Equal(1, use.UnknownValues);
        Assert.False(learned.TryEmbedNew([], vector, out use));
        Assert.Equal(["audience", "genre"], use.MissingParts);
        Assert.Equal(0, use.Share);
    }

    [Fact]
    public void Evidence_must_fit_a_part()
    {
        var learned = LearnedTests.Mixed();
        Assert.Throws<PartNameException>(() => learned.EmbedNew(Evidence.Of("genres", LearnedTests.Genre.Crime)));
        Assert.Throws<VariableTypeException>(() => learned.EmbedNew(Evidence.Of("genre", 3)));
        Assert.Throws<ArgumentException>(() => Evidence.Of(" ", 3));
    }

    [Fact]
    public void Embedding_new_inputs_does_not_allocate()
    {
        var learned = DenseLearned.Of(Inputs, Variables, Joint, 4);
        var seen = new[] { (10, 1.0), (99, 2.0), (40, 3.0) };
        var vector = new float[4];
        learned.TryEmbedNew(seen, vector);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) learned.TryEmbedNew(seen, vector);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static double[] Known(Learned<int, int> learned, int x)
    {
        var vector = new double[learned.Rank];
        Assert.True(learned.Encoder.TryEmbed(x, vector));
        return vector;
    }

    /// <summary>Functions are defined up to sign: +1 or −1 by which the learnt column agrees with the reference.</summary>
    private static double[] Signs(Learned<int, int> learned, double[][] training) =>
        [.. Enumerable.Range(0, learned.Rank).Select(i => (double)Math.Sign(training.Select((row, x) => row[i] * Known(learned, x)[i]).Sum()))];

    private static void Close(double[] expected, double[] actual, double[] signs, double tolerance)
    {
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], signs[i] * actual[i], tolerance);
    }

    private static double[][] Matrix(JsonElement rows) => [.. rows.EnumerateArray().Select(row => row.EnumerateArray().Select(value => value.GetDouble()).ToArray())];
}
