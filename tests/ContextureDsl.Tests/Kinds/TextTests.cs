namespace ContextureDsl.Tests.Kinds;

/// <summary>Windows, texts by their patterns and stretches, and texts as means of their words.</summary>
public class TextTests
{
    private sealed record Review(string Title, string Text);

    private static readonly Review[] Reviews =
    [
        new("one", "not a good film"), new("two", "a good film and a good story"), new("three", "not a good story"), new("four", "a bad film, and a bad story"), new("five", "bad"),
    ];

    [Fact]
    public void A_window_sees_every_place_once()
    {
        var learned = Contexture.Learn([new Review("", "a b c a")], rows => rows.Sequence(r => Words.Of(r.Text)).Window(2).Discount(d => 3 - d), options: Exactly.Options);

        // The first a is beside b (2) and c (1), the last beside c (2) and b (1); all together weigh 16.
        Assert.Equal(["a", "b", "c"], learned.Encoder.Known.Order(StringComparer.Ordinal));
        Assert.Equal(6.0 / 16, learned.Encoder.Marginal("a"), 1e-14);
        Assert.Equal(5.0 / 16, learned.Encoder.Marginal("b"), 1e-14);
    }

    [Fact]
    public void A_token_without_another_beside_it_is_not_a_rare_one()
    {
        string[] texts = ["a b", "a b", "b c", "b c", "c d", "alone"];
        var windows = Contexture.Learn(texts, rows => rows.Sequence(Words.Of).Window(1), options: Exactly.Options);
        Assert.Equal((0, 0), (windows.Parts[0].Summary.RareInputs, windows.Parts[0].Summary.RareVariables));

        // Of what comes next, d is no input and a no context value; c is left out as an input with its single pair, and d with it.
        var next = Contexture.Learn(texts, rows => rows.Sequence(Words.Of).Next().MinimumCount(input: 2), options: Exactly.Options);
        Assert.Equal((1, 1), (next.Parts[0].Summary.RareInputs, next.Parts[0].Summary.RareVariables));
    }

    [Fact]
    public void The_next_token_is_a_window_of_one_ahead()
    {
        var next = Contexture.Learn(Reviews, rows => rows.Sequence(r => Words.Of(r.Text)).Next(), options: Exactly.Options);
        var window = Contexture.Learn(Reviews, rows => rows.Sequence(r => Words.Of(r.Text)).Window(0, 1), options: Exactly.Options);
        Assert.Equal(window.Spectrum.Values, next.Spectrum.Values);
        Assert.False(next.Variables.Contains("not"));
        Assert.True(next.Encoder.Contains("not"));
    }

    [Fact]
    public void What_is_left_of_a_text_keeps_its_gaps_and_forgets_its_place()
    {
        var learned = Contexture.Learn(Reviews, rows => rows.Input(r => r.Title).Sequence(r => Words.Of(r.Text)).Masked(0.6, 3), options: Exactly.Options);
        var known = learned.Variables.Known.Select(pattern => pattern.ToString()).ToHashSet();
        Assert.All(["good", "bad", "good film", "a _ film", "not _ good", "not a good"], pattern => Assert.Contains(pattern, known));
        Assert.DoesNotContain("not a good film", known);
        Assert.All(known, pattern => Assert.False(pattern.StartsWith('_') || pattern.EndsWith('_') || pattern.Length == 0));
        Assert.Equal(Estimation.Enumerated, learned.Parts[0].Estimation);

        // 4, 7, 4, 7 and 1 of 23 tokens.
        Assert.Equal(4.0 / 23, learned.Encoder.Marginal("one"), 1e-14);
        Assert.Equal(1.0 / 23, learned.Encoder.Marginal("five"), 1e-14);
    }

    /// <summary>One place: the bag of words, whatever the ratio, and the stretches of length 1.</summary>
    [Fact]
    public void A_window_of_one_place_is_the_bag_of_words()
    {
        var masked = Contexture.Learn(Reviews, rows => rows.Input(r => r.Title).Sequence(r => Words.Of(r.Text)).Masked(0.9, 1), options: Exactly.Options);
        var bag = Contexture.Learn(Reviews, rows => rows.Input(r => r.Title).Sequence(r => Words.Of(r.Text)).Stretches(1), options: Exactly.Options);
        for (var i = 0; i < bag.Rank; i++) Assert.Equal(bag.Spectrum.Values[i], masked.Spectrum.Values[i], 1e-12);
    }

    [Fact]
    public void Draws_from_a_text_show_something_at_any_ratio()
    {
        var learned = Contexture.Learn(Reviews, rows => rows.Input(r => r.Title).Sequence(r => Words.Of(r.Text)).Masked(1 - 1e-12, 3, draws: 50), options: Exactly.Options);
        Assert.All(learned.Variables.Known, pattern => Assert.Single(pattern.Tokens.ToArray()));
        var exactly = Contexture.Learn(Reviews, rows => rows.Input(r => r.Title).Sequence(r => Words.Of(r.Text)).MaskedExactly(63, 64, draws: 50), options: Exactly.Options);
        Assert.All(exactly.Variables.Known, pattern => Assert.Single(pattern.Tokens.ToArray()));
    }

    [Fact]
    public void A_window_may_be_the_whole_row()
    {
        var learned = Contexture.Learn(Reviews, rows => rows.Sequence(r => Words.Of(r.Text)).Window(int.MaxValue), options: Exactly.Options);

        // n (n − 1) pairs in a row of n words.
        Assert.Equal(((3 * 1) + (6 * 2) + (3 * 1) + (6 * 2)) / 108.0, learned.Encoder.Marginal("a"), 1e-14);
    }

    /// <summary>At a ratio whose square is no number any more, whole windows are seen and single hidden words.</summary>
    [Fact]
    public void A_tiny_ratio_gives_no_pattern_without_probability()
    {
        var learned = Contexture.Learn(Reviews, rows => rows.Input(r => r.Title).Sequence(r => Words.Of(r.Text)).Masked(1e-200, 3).MinimumCount(context: 2), options: Exactly.Options);
        Assert.Contains("not a good", learned.Variables.Known.Select(pattern => pattern.ToString()));
        Assert.Contains("not _ good", Contexture.Learn(Reviews, rows => rows.Input(r => r.Title).Sequence(r => Words.Of(r.Text)).Masked(1e-50, 3), options: Exactly.Options).Variables.Known.Select(pattern => pattern.ToString()));
    }

    [Fact]
    public void Rows_with_one_key_are_one_text()
    {
        Review[] split = [new("one", "a b"), new("two", "b c"), new("one", "c a"), new("two", "")];
        var learned = Contexture.Learn(split, rows => rows.Input(r => r.Title).Sequence(r => Words.Of(r.Text)).Stretches(1), options: Exactly.Options);
        Assert.Equal(2, learned.Encoder.Count);
        Assert.Equal(4.0 / 6, learned.Encoder.Marginal("one"), 1e-14);
        Assert.Equal(1, learned.Parts[0].Summary.Empty);
    }

    [Fact]
    public void A_text_is_the_mean_of_its_words()
    {
        var learned = Contexture.Learn(Reviews, rows => rows.Sequence(r => Words.Of(r.Text)).Window(2), options: Exactly.Options);
        var (mean, good, film) = (new double[learned.Rank], new double[learned.Rank], new double[learned.Rank]);
        Assert.True(learned.Encoder.TryMean(["good", "unheard-of", "film", "good"], mean, out var known));
        learned.Encoder.TryEmbed("good", good);
        learned.Encoder.TryEmbed("film", film);
        for (var i = 0; i < mean.Length; i++) Assert.Equal(((2 * good[i]) + film[i]) / 3, mean[i], 1e-12);
        Assert.Equal(0.75, known);
        Assert.False(learned.Encoder.TryMean(["unheard-of"], mean, out known));
        Assert.Equal(0, known);
        Assert.All(mean, value => Assert.Equal(0, value));
        Assert.False(learned.Encoder.TryMean([], mean, out known));
        Assert.Throws<ArgumentException>(() => learned.Encoder.TryMean(["good"], new double[learned.Rank - 1], out _));
    }

    [Contexture(Rank = 3, Precision = Precision.Double, Tolerance = 1e-12, RarePairs = RarePairs.Keep)]
    private sealed class Pairs : Contexture<Chunk<string>, Masked<string>>.From<Review>
    {
        protected override Context<Chunk<string>, Masked<string>> Define(Events<Review> reviews) => reviews.Sequence(r => Words.Of(r.Text)).MaskedExactly(1, 2);
    }

    /// <summary>A pair of words that was never seen has a vector from the one of the two that was.</summary>
    [Fact]
    public void A_new_text_is_the_mean_of_its_new_stretches()
    {
        var learned = new Pairs().Learn(Reviews);
        var fresh = new Pairs().EmbedNew(learned, [new("new", "not a silly film made yesterday")]);
        Chunk<string>[] parts = [new("not", "a"), new("a", "silly"), new("silly", "film"), new("film", "made"), new("made", "yesterday"), new("nowhere", "seen")];
        var (mean, sum, part) = (new double[3], new double[3], new double[3]);

        Assert.True(fresh.TryMean(parts, mean, out var known));

        // Known: "not _" and "_ a", "a _", "_ film", "film _"; nothing of the last two pairs.
        Assert.Equal((2 + 1 + 1 + 1) / 2.0 / 6, known, 1e-12);
        foreach (var stretch in parts[..4])
        {
            Assert.True(fresh.TryEmbed(stretch, part));
            for (var i = 0; i < 3; i++) sum[i] += part[i] / 4;
        }
        for (var i = 0; i < 3; i++) Assert.Equal(sum[i], mean[i], 1e-12);
        Assert.False(fresh.TryMean(parts[4..], mean, out known));
        Assert.Equal(0, known);
        Assert.Throws<ArgumentException>(() => fresh.TryMean(parts, new double[2], out _));
    }

    [Fact]
    public void Declarations_that_have_no_meaning_say_so()
    {
        Refuses(rows => rows.Sequence(r => r.Text).Window(0), "Window(0)", "at least one token");
        Refuses(rows => rows.Sequence(r => r.Text).Window(-1, 2), "back and 2 ahead");
        Refuses(rows => rows.Sequence(r => r.Text).Window(2).Discount(d => 1 - d), "weight -1 at distance 2");
        Refuses(rows => rows.Sequence(r => r.Text).Window(2).Discount(_ => double.NaN), "weight NaN at distance 1");
        Refuses(rows => rows.Sequence(r => r.Text).Window(2).Discount(_ => 0), "at all distances");
        Refuses(rows => rows.Sequence(r => r.Text).Window(int.MaxValue).Discount(d => 1.0 / d), "2147483647 distances");
        Refuses(rows => rows.Input(r => r.Title).Sequence(r => r.Text).Masked(1, 3), "hides everything");
        Refuses(rows => rows.Input(r => r.Title).Sequence(r => r.Text).MaskedExactly(3, 3), "hides everything");
        Refuses(rows => rows.Input(r => r.Title).Sequence(r => r.Text).Stretches(), "has no length");
        Refuses(rows => rows.Input(r => r.Title).Sequence(r => r.Text).Stretches(0), "length 0");
        Refuses(rows => rows.Input(r => r.Title).Sequence(r => r.Text).Stretches(2, 2), "twice");
        Refuses(rows => rows.InputMany(r => r.Text.Split(' ')).Sequence(r => r.Text).Stretches(2), "InputMany", "Sequence");
    }

    [Fact]
    public void The_declaration_is_told_in_full()
    {
        var told = "";
        Contexture.Learn(Reviews, rows =>
        {
            var context = rows.Input(r => r.Title).Sequence(r => Words.Of(r.Text)).Masked(0.6, 2).MinimumCount(context: 2);
            told = context.ToString();
            return context;
        });
        Exactly.Says(new InvalidOperationException(told), "masked, enumerated", "ratio 0.6", "length 2", "of row => Words.Of(row.Text) : System.Collections.Generic.IEnumerable", "minimum context count 2");
    }

    private static void Refuses<TInput, TVariable>(Func<Events<Review>, Context<TInput, TVariable>> declare, params string[] parts)
        where TInput : notnull
        where TVariable : notnull => Exactly.Says(Assert.Throws<DeclarationException>(() => Contexture.Learn(Reviews, declare)), parts);
}
