using Xunit;

namespace ContextureDsl.Tests;

public sealed class LearnedFileTests : IDisposable
{
    private static readonly string[] Inputs = ["straße", "b", "line\nbreak", "", "日本", "f"];
    private static readonly double[][] Joint = DenseLearned.RandomJoint(6, 5, 3);

    private readonly TemporaryFolder folder = new();

    private enum Level : short
    {
        Low = -7,
        Middle = 0,
        High = short.MaxValue,
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Precision.Single, Embedding.Whitened)]
    [InlineData(Precision.Double, Embedding.Scaled)]
    public void Everything_comes_back_with_the_same_bits(Precision precision, Embedding embedding)
    {
        var saved = DenseLearned.Of(Inputs, [10, 20, 30, 40, 50], Joint, 4, precision, embedding);
        saved.Save(folder["a.contexture"]);
        Assert.Equal(["a.contexture"], folder.Names);

        var loaded = Learned.Load<string, int>(folder["a.contexture"]);
        Assert.Null(loaded.Definition);
        Assert.Equal(saved.Declaration, loaded.Declaration);
        Assert.Equal(embedding, loaded.Encoder.Embedding);
        Assert.Equal(precision, loaded.Encoder.Precision);
        Assert.Equal(saved.Encoder.Known, loaded.Encoder.Known);
        Assert.Equal(saved.Spectrum.Values, loaded.Spectrum.Values);
        Assert.Equal(saved.Spectrum.Residuals, loaded.Spectrum.Residuals);
        Assert.Equal(saved.Spectrum.Plateaus, loaded.Spectrum.Plateaus);
        Assert.Equal(saved.Spectrum, loaded.Spectrum, SameScalars);
        Assert.Equal(saved.Parts, loaded.Parts);
        Assert.Equal(saved.SetAside, loaded.SetAside);
        Assert.Equal((9, 1, 3), (loaded.Overlap.Inputs, loaded.Overlap.Shared, loaded.Overlap.LeftOut));
        Assert.Equal(saved.Compilation.ToString(), loaded.Compilation.ToString());
        foreach (var input in Inputs)
        {
            Assert.Equal(saved.Encoder[input].ToArray(), loaded.Encoder[input].ToArray());
            Assert.Equal(saved.Encoder.Marginal(input), loaded.Encoder.Marginal(input));
            Assert.Equal(saved.Density(input, 30), loaded.Density(input, 30));
        }
        Assert.Equal(saved.EmbedNew(10, 50), loaded.EmbedNew(10, 50));
        Assert.Equal(saved.Encoder.Nearest("f", 3), loaded.Encoder.Nearest("f", 3));
        Assert.Equal(saved.With(Embedding.HalfScaled).Variables[20].ToArray(), loaded.With(Embedding.HalfScaled).Variables[20].ToArray());
    }

    [Fact]
    public void A_loaded_result_saves_to_the_same_bytes()
    {
        LearnedTests.Mixed().Save(folder["a"]);
        Learned.Load<string>(folder["a"]).Save(folder["b"]);
        Assert.Equal(File.ReadAllBytes(folder["a"]), File.ReadAllBytes(folder["b"]));
    }

    [Fact]
    public void Parts_of_a_mix_get_their_types_when_asked()
    {
        var saved = LearnedTests.Mixed(Precision.Single);
        saved.Save(folder["a"]);
        var loaded = Learned.Load<string>(folder["a"]);
        Assert.Equal(saved.Variables<LearnedTests.Genre>("genre")[LearnedTests.Genre.Comedy].ToArray(), loaded.Variables<LearnedTests.Genre>("genre")[LearnedTests.Genre.Comedy].ToArray());
        Assert.Equal(saved.EmbedNew(Evidence.Of("genre", LearnedTests.Genre.Crime)), loaded.EmbedNew(Evidence.Of("genre", LearnedTests.Genre.Crime)));
        Assert.Contains("Genre", Assert.Throws<VariableTypeException>(() => loaded.Variables<byte>("genre")).Message);
        var failure = Assert.Throws<EncoderFileException>(() => Learned.Load<string, int>(folder["a"]));
        Assert.Contains("2 parts: 'audience', 'genre'", failure.Message);
    }

    [Fact]
    public void Every_kind_of_key_comes_back()
    {
        Check<string>(["x", "", "\0", "😀 ü"]);
        Check([false, true]);
        Check(['a', '\0', '\uffff']);
        Check<byte>([0, 255, 3]);
        Check<sbyte>([-128, 127, 0]);
        Check<short>([short.MinValue, -1, short.MaxValue]);
        Check<ushort>([0, ushort.MaxValue, 1]);
        Check([int.MinValue, -1, int.MaxValue]);
        Check([0u, uint.MaxValue, 5u]);
        Check([long.MinValue, -1, long.MaxValue]);
        Check([0ul, ulong.MaxValue, 1ul << 63]);
        Check([Level.Low, Level.Middle, Level.High]);
        Check([Guid.Empty, Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), Guid.AllBitsSet]);
        Check([DateOnly.MinValue, new DateOnly(2024, 2, 29), DateOnly.MaxValue]);

        void Check<T>(T[] values)
            where T : notnull
        {
            Save(values, folder["keys"]);
            Assert.Equal(values, Learned.Load<T, int>(folder["keys"]).Encoder.Known);
        }
    }

    [Fact]
    public void Composite_keys_are_saved_with_a_text()
    {
        var text = KeyText.For<(int Store, int Hour)>(key => $"{key.Store}:{key.Hour}", text => (int.Parse(text.Split(':')[0]), int.Parse(text.Split(':')[1])));
        (int, int)[] values = [(1, 2), (3, 4), (-5, 6)];
        var learned = Composite(values);
        var missing = Assert.Throws<KeyTextException>(() => learned.Save(folder["a"]));
        Assert.Contains("ValueTuple", missing.Message);
        Assert.Contains("KeyText.For", missing.Message);
        Assert.Empty(folder.Names);

        learned.Save(folder["a"], [text]);
        Assert.Equal(values, Learned.Load<(int, int), int>(folder["a"], text).Encoder.Known);
        Assert.Equal(["1:2", "3:4", "-5:6"], LabelledVectors.Open(folder["a"]).Labels);
        Assert.Contains("KeyText", Assert.Throws<KeyTextException>(() => Learned.Load<(int, int), int>(folder["a"])).Message);
        Assert.Throws<KeyTextException>(() => Learned.Load<(int, int), int>(folder["a"], KeyText.For<(int, int)>(_ => "", _ => throw new FormatException("no"))));
        Assert.Throws<EncoderFileException>(() => Learned.Load<string, int>(folder["a"]));
    }

    [Fact]
    public void A_text_must_read_back_what_it_writes()
    {
        var learned = Composite([(1, 2), (3, 4)]);
        Assert.Contains("give back", Assert.Throws<KeyTextException>(() => learned.Save(folder["a"], [KeyText.For<(int, int)>(_ => "same", _ => (1, 2))])).Message);
        Assert.Contains("fails", Assert.Throws<KeyTextException>(() => learned.Save(folder["a"], [KeyText.For<(int, int)>(_ => throw new FormatException("no"), _ => (1, 2))])).Message);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void Broken_text_is_refused_when_saving()
    {
        Assert.Throws<KeyTextException>(() => Save(["ok", "half \ud800"], folder["a"]));
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void The_wrong_type_names_the_right_one()
    {
        Save([1, 2, 3], folder["a"]);
        foreach (var failure in new[]
        {
            Assert.Throws<EncoderFileException>(() => Learned.Load<string, int>(folder["a"])),
            Assert.Throws<EncoderFileException>(() => Learned.Load<long, int>(folder["a"])),
            Assert.Throws<EncoderFileException>(() => Learned.Load<Level>(folder["a"])),
        })
        {
            Assert.Equal("System.Int32", failure.Found);
            Assert.Equal(folder["a"], failure.Path);
        }
        Assert.Equal("System.Int32", Assert.Throws<EncoderFileException>(() => Learned.Load<int, string>(folder["a"])).Found);
    }

    [Fact]
    public void Saving_replaces_and_a_failure_keeps_what_was_there()
    {
        File.WriteAllText(folder["a"], "before");
        var tuples = Composite([(1, 2), (3, 4)]);
        Assert.Throws<KeyTextException>(() => tuples.Save(folder["a"]));
        Assert.Throws<OperationCanceledException>(() => LearnedTests.Mixed().Save(folder["a"], new CancellationToken(canceled: true)));
        Assert.Equal("before", File.ReadAllText(folder["a"]));
        Assert.Equal(["a"], folder.Names);
        LearnedTests.Mixed().Save(folder["a"]);
        Assert.Equal(["a"], folder.Names);
        Learned.Load<string>(folder["a"]);
    }

    [Fact]
    public void Cancelling_in_the_middle_leaves_nothing_behind()
    {
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => Composite([(1, 2), (3, 4)]).Save(
            folder["a"],
            [KeyText.For<(int, int)>(
                key =>
                {
                    Assert.Single(folder.Names, name => name.EndsWith(".tmp", StringComparison.Ordinal));
                    source.Cancel();
                    return $"{key.Item1} {key.Item2}";
                },
                text => (text[0] - '0', text[2] - '0'))],
            source.Token));
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var path = Path.Combine(folder["missing"], "a.contexture");
        Assert.Contains(path, Assert.Throws<EncoderFileException>(() => LearnedTests.Mixed().Save(path)).Message);
        Assert.Throws<EncoderFileException>(() => Learned.Load<string>(path));
        Directory.CreateDirectory(folder["folder"]);
        Assert.Throws<EncoderFileException>(() => LearnedTests.Mixed().Save(folder["folder"]));
        Assert.Throws<EncoderFileException>(() => Learned.Load<string>(folder["folder"]));
        Assert.Equal(["folder"], folder.Names);
    }

    private static bool SameScalars(Spectrum one, Spectrum other) =>
        (one.Iterations, one.Converged, one.TotalChiSquared, one.Components, one.SingletonPairs, one.CutsPlateau)
        == (other.Iterations, other.Converged, other.TotalChiSquared, other.Components, other.SingletonPairs, other.CutsPlateau);

    private static Learned<(int, int), int> Composite((int, int)[] values) =>
        DenseLearned.Of(values, [10, 20, 30], DenseLearned.RandomJoint(values.Length, 3, 3), 1);

    private static void Save<T>(T[] values, string path)
        where T : notnull => DenseLearned.Of(values, [10, 20, 30], DenseLearned.RandomJoint(values.Length, 3, 3), 1).Save(path);
}
