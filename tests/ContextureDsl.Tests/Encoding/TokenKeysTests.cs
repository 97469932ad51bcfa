using CsCheck;

namespace ContextureDsl.Tests;

/// <summary>Stretches and patterns are kept in files without further ado.</summary>
public class TokenKeysTests
{
    private static readonly Gen<string> Word = Gen.OneOf(Gen.Const(""), Gen.Const("_"), Gen.Const("\\e"), Gen.Const("\\_"), Gen.Const("a b"), Gen.Const("\ud83d\ude00"), Gen.Const("half \ude00"), Gen.String[0, 3]);

    [Fact]
    public void Every_stretch_comes_back() => Word.Array[0, 4].Sample(words =>
    {
        Same(new Chunk<string>(words));
        Same(new Chunk<char>(string.Concat(words).ToCharArray()));
        Same(new Chunk<int>([.. words.Select(word => word.GetHashCode(StringComparison.Ordinal))]));
    });

    [Fact]
    public void Every_pattern_comes_back() => Gen.Select(Word.Array[0, 5], Gen.Int[0, 31]).Sample((words, mask) =>
    {
        var visible = (ulong)mask & ((1UL << words.Length) - 1);
        Same(new Masked<string>(new(words), visible));
        Same(new Masked<char>(new([.. words.Select(word => word.FirstOrDefault('_'))]), visible));
        Same(new Masked<int>(new([.. words.Select(word => word.Length - 1)]), visible));
    });

    [Fact]
    public void A_result_over_texts_is_saved_and_loaded()
    {
        using var folder = new TemporaryFolder();
        string[] texts = ["not a good film 😀", "a good film 😀", "a bad film", "not bad"];
        var learned = Contexture.Learn(texts, rows => Mix.Convex(
            (1, rows.Input(text => text).Sequence(text => Words.Of(text)).Masked(0.6, 2).Named("words")),
            (1, rows.Input(text => text).Sequence(text => text).Stretches(4).Named("letters"))));

        learned.Save(folder["texts"]);
        var loaded = Learned.Load<string>(folder["texts"]);

        Assert.Equal(learned.Variables<Masked<string>>("words").Known, loaded.Variables<Masked<string>>("words").Known);
        Assert.Equal(learned.Variables<Chunk<char>>("letters").Known, loaded.Variables<Chunk<char>>("letters").Known);
        foreach (var text in texts) Assert.Equal(learned.Encoder[text].ToArray(), loaded.Encoder[text].ToArray());
    }

    private static void Same<T>(T value)
        where T : notnull
    {
        var format = KeyText.Find<T>([])!;
        var text = format.Write(value);
        Assert.DoesNotContain(text, char.IsSurrogate);
        Assert.Equal(value, format.Read(text));
    }
}
