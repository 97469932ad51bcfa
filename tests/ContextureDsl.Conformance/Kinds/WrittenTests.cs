using System.Numerics;
using CsCheck;

namespace ContextureDsl.Conformance.Kinds;

/// <summary>Windows, masks and n-grams on random sentences and parameters: interpreted = compiled = the exact law, written down from its definition.</summary>
public sealed class WrittenTests
{
    private static readonly Gen<Sentence[]> Rows = Gen.Select(
        Gen.Int[0, 9], Gen.Int[0, 3].Select(letter => "abcd"[letter].ToString()).Array[0, 7], Gen.OneOf(Gen.Const(0.0), Gen.Const(1.0), Gen.Double[0.1, 4]),
        (key, tokens, weight) => new Sentence(key, tokens, weight)).Array[12, 40];

    private delegate double Law(ulong visible, int length);

    [Fact]
    public void AWindowCountsPairsByDistance() => Gen.Select(Rows, Gen.Int[0, 3], Gen.Int[1, 3]).Sample((rows, before, after) =>
        KindCheck.Agrees(new Written.Near(before, after), options => new Written.Near(before, after).Learn(rows, options), ExactLaw<string>.Of(Near(rows, before, after, d => 1.0 / d))), iter: 30);

    [Fact]
    public void AWindowLeavesRareTokensOut() => Gen.Select(Rows, Gen.Int[1, 3], Gen.Int[1, 30]).Sample((rows, radius, least) =>
    {
        var pairs = Near(rows.Where(row => row.Weight > 0).Select(row => row with { Weight = 1 }), radius, radius, _ => 1).ToArray();
        var kept = pairs.Where(pair => pairs.Count(other => other.X == pair.X) >= least && pairs.Count(other => other.A == pair.A) >= least).ToArray();
        if (kept.Select(pair => pair.X).Distinct().Count() < 2) return;
        KindCheck.Agrees(new Written.Close(radius, least), options => new Written.Close(radius, least).Learn(rows, options), ExactLaw<string>.Of(kept));
    }, iter: 30);

    [Fact]
    public void TheNextTokenIsCounted() => Rows.Sample(rows =>
        KindCheck.Agrees(new Written.Chain(), options => new Written.Chain().Learn(rows, options), ExactLaw<string>.Of(Near(rows, 0, 1, _ => 1))), iter: 30);

    [Fact]
    public void AStretchIsSeenWithWhatTheMaskLeaves() => Gen.Select(Rows, Gen.Double[0.05, 0.95], Gen.Int[1, 2]).Sample((rows, ratio, length) =>
        KindCheck.Agrees(new Written.Hidden(ratio, length), options => new Written.Hidden(ratio, length).Learn(rows, options), ExactLaw<Chunk<string>>.Of(Stretches(rows, length, Bernoulli(ratio)))), iter: 30);

    [Fact]
    public void SoManyOfAStretchAreHidden() => Gen.Select(Rows, Gen.Int[0, 2]).Sample((rows, hidden) =>
    {
        KindCheck.Agrees(new Written.HiddenExactly(hidden % 2, 2), options => new Written.HiddenExactly(hidden % 2, 2).Learn(rows, options), ExactLaw<Chunk<string>>.Of(Stretches(rows, 2, Exactly(hidden % 2))));
        var three = Stretches(rows.Where(row => row.Key < 3), 3, Exactly(hidden)).ToArray();
        var few = rows.Where(row => row.Key < 3).ToArray();
        if (three.Select(pair => pair.X).Distinct().Count() is < 2 or > 60) return;
        KindCheck.Agrees(new Written.HiddenExactly(hidden, 3), options => new Written.HiddenExactly(hidden, 3).Learn(few, options), ExactLaw<Chunk<string>>.Of(three));
        KindCheck.Agrees(new Written.HiddenBlock(hidden, 3), options => new Written.HiddenBlock(hidden, 3).Learn(few, options), ExactLaw<Chunk<string>>.Of(Stretches(few, 3, Block(hidden))));
    }, iter: 30);

    [Fact]
    public void ATokenIsSeenWithWhatTheMaskLeavesAround() => Gen.Select(Rows, Gen.Double[0.05, 0.95], Gen.Int[1, 2]).Sample((rows, ratio, radius) =>
        KindCheck.Agrees(new Written.Around(ratio, radius), options => new Written.Around(ratio, radius).Learn(rows, options), ExactLaw<string>.Of(Around(rows, radius, ratio))), iter: 30);

    [Fact]
    public void ATextIsSeenWithWhatIsLeftOfItsWindows() => Gen.Select(Rows, Gen.Double[0, 0.95], Gen.Int[1, 4], Gen.Int[1, 3]).Sample((rows, ratio, length, least) =>
        Texts(new Written.Text(ratio, length, least), options => new Written.Text(ratio, length, least).Learn(rows, options), Kept(rows, least, row => Windows(row, length, Bernoulli(ratio)))), iter: 30);

    [Fact]
    public void SoManyOfAWindowAreHidden() => Gen.Select(Rows, Gen.Int[1, 4], Gen.Int[0, 3]).Sample((rows, length, more) =>
    {
        var hidden = Math.Min(more, length - 1);
        Texts(new Written.TextExactly(hidden, length), options => new Written.TextExactly(hidden, length).Learn(rows, options), Kept(rows, 1, row => Windows(row, length, Exactly(hidden))));
    }, iter: 30);

    [Fact]
    public void ATextIsSeenWithItsStretches() => Gen.Select(Rows, Gen.Int[1, 3]).Sample((rows, least) =>
        Texts(new Written.Grams(least), options => new Written.Grams(least).Learn(rows, options), Kept(rows, least, row => Grams(row, 1).Concat(Grams(row, 2)))), iter: 30);

    [Fact]
    public void DrawsDoNotDependOnTheOrderOfTheRows() => Gen.Select(Rows, Gen.Int[1, 20], Gen.Long).Sample((rows, draws, seed) =>
    {
        Turned(KindCheck.SameBits(new Written.TextDrawn(draws, seed), options => new Written.TextDrawn(draws, seed).Learn(rows, options)), new Written.TextDrawn(draws, seed).Learn(rows.Reverse(), KindCheck.Exact));
        if (rows.Count(row => row.Weight > 0 && row.Tokens.Length >= 3) < 8) return;
        Turned(KindCheck.SameBits(new Written.Drawn(draws, seed), options => new Written.Drawn(draws, seed).Learn(rows, options)), new Written.Drawn(draws, seed).Learn(rows.Reverse(), KindCheck.Exact));
    }, iter: 20);

    [Fact]
    public void AMixOfWordsAndLettersReadsAlike() => Gen.Select(Rows, Gen.Double[0.1, 0.9]).Sample((rows, share) =>
    {
        var learned = KindCheck.SameBits(new Written.Mixed(share), options => new Written.Mixed(share).Learn(rows, options));
        Assert.Equal([Estimation.Enumerated, Estimation.Counted], learned.Parts.Select(part => part.Estimation));
    }, iter: 20);

    /// <summary>New rows through the declaration give the vectors that were learnt from the same rows. Scaled coordinates need no division by a value, which would amplify the rounding.</summary>
    [Fact]
    public void RowsThatWereThereGiveTheirVectorsAgain() => Rows.Sample(rows =>
    {
        Again(new Written.Text(0.5, 2, 1), (declared, options) => declared.Learn(rows, options), (declared, learned) => declared.EmbedNew(learned, rows));
        Again(new Written.TextDrawn(9, 4), (declared, options) => declared.Learn(rows, options), (declared, learned) => declared.EmbedNew(learned, rows));
        Again(new Written.Grams(1), (declared, options) => declared.Learn(rows, options), (declared, learned) => declared.EmbedNew(learned, rows));
        Again(new Written.Hidden(0.4, 2), (declared, options) => declared.Learn(rows, options), (declared, learned) => declared.EmbedNew(learned, rows));
        Again(new Written.Around(0.4, 1), (declared, options) => declared.Learn(rows, options), (declared, learned) => declared.EmbedNew(learned, rows));
        Again(new Written.Chain(), (declared, options) => declared.Learn(rows, options), (declared, learned) => declared.EmbedNew(learned, rows));
    }, iter: 20);

    /// <summary>All tuples once: tokens are independent, so s_S² = P(all of S are visible), ∏ (qᵢ − 1) times for every set S of places.</summary>
    [Fact]
    public void IndependentTokensHaveTheSpectrumOfTheMask()
    {
        var (pairs, triples) = (All(4, 2), All(3, 3));
        Closed(new Written.Hidden(0.3, 4), options => new Written.Hidden(0.3, 4).Learn(pairs, options), 4, 2, places => Math.Pow(0.7, places.Length));
        Closed(new Written.Hidden(0.6, 3), options => new Written.Hidden(0.6, 3).Learn(triples, options), 3, 3, places => Math.Pow(0.4, places.Length));
        Closed(new Written.HiddenExactly(2, 4), options => new Written.HiddenExactly(2, 4).Learn(pairs, options), 4, 2, places => places.Length switch { 1 => 0.5, 2 => 1.0 / 6, _ => 0 });
        Closed(new Written.HiddenBlock(2, 4), options => new Written.HiddenBlock(2, 4).Learn(pairs, options), 4, 2, places => Enumerable.Range(0, 4).Count(start => places.All(place => (place - start + 4) % 4 >= 2)) / 4.0);
    }

    [Fact]
    public void BothReadingsRefuseAlike()
    {
        Sentence[] none = [new(0, [], 1), new(1, [], 1)];
        Assert.Contains("2 are empty or too short", KindCheck.Refuses<EmptyObservationException>(options => new Written.Text(0.5, 2, 1).Learn(none, options)).Message, StringComparison.Ordinal);
        Sentence[] missing = [new(0, ["a"], 1), new(1, ["a", null!], 1)];
        Assert.Contains("Event 1", KindCheck.Refuses<NullKeyException>(options => new Written.Grams(1).Learn(missing, options)).Message, StringComparison.Ordinal);
        Assert.Contains("Event 1", KindCheck.Refuses<NullKeyException>(options => new Written.Hidden(0.4, 1).Learn([new(0, ["a"], 1), new(1, null!, 1)], options)).Message, StringComparison.Ordinal);
        Assert.Contains("Event 0", KindCheck.Refuses<InvalidWeightException>(options => new Written.Chain().Learn([new(0, ["a", "b"], -1)], options)).Message, StringComparison.Ordinal);
    }

    private static void Again<TDeclared, TInput>(TDeclared declared, Func<TDeclared, LearnOptions, Learned<TInput>> learn, Func<TDeclared, Learned<TInput>, NewInputs<TInput>> embed)
        where TInput : notnull
    {
        var learned = learn(declared, KindCheck.Exact with { Embedding = Embedding.Scaled });
        var again = embed(declared, learned);
        var (expected, actual) = (new double[learned.Rank], new double[learned.Rank]);
        foreach (var input in learned.Encoder.Known)
        {
            Assert.True(learned.Encoder.TryEmbed(input, expected));
            Assert.True(again.TryEmbed(input, actual));
            Assert.Equal(1, again.KnownShare(input), 1e-12);
            for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 1e-12 * (1 + Math.Abs(expected[i])));
        }
    }

    private static void Closed<TInput>(DeclaredContexture<TInput> declaration, Func<LearnOptions, Learned<TInput>> learn, int length, int letters, Func<int[], double> visible)
        where TInput : notnull
    {
        var expected =
            from mask in Enumerable.Range(1, (1 << length) - 1)
            let places = Enumerable.Range(0, length).Where(place => (mask >> place & 1) != 0).ToArray()
            let squared = visible(places)
            where squared > 0
            from _ in Enumerable.Range(0, (int)Math.Pow(letters - 1, places.Length))
            select Math.Sqrt(squared);
        var values = expected.OrderDescending().ToArray();
        var learned = KindCheck.SameBits(declaration, learn);
        for (var i = 0; i < learned.Rank; i++) Assert.Equal(i < values.Length ? values[i] : 0, learned.Spectrum.Values[i], i < values.Length ? 1e-10 : 1e-7);
        Assert.True(learned.Rank >= values.Length);
    }

    private static Sentence[] All(int length, int letters) =>
        [.. Enumerable.Range(0, (int)Math.Pow(letters, length)).Select(number => new Sentence(number, [.. Enumerable.Range(0, length).Select(place => "abc"[number / (int)Math.Pow(letters, place) % letters].ToString())], 1))];

    private static void Texts(DeclaredContexture<int> declaration, Func<LearnOptions, Learned<int>> learn, IReadOnlyList<(int X, string A, double Weight)> pairs)
    {
        if (pairs.Select(pair => pair.X).Distinct().Count() < 2 || pairs.Select(pair => pair.A).Distinct().Count() < 2) return;
        KindCheck.Agrees(declaration, learn, ExactLaw<int>.Of(pairs));
    }

    private static void Turned<TInput, TVariable>(Learned<TInput> learned, Learned<TInput, TVariable> turned)
        where TInput : notnull
        where TVariable : notnull
    {
        Assert.Equal(EstimationMode.Sampled, learned.Parts[0].Estimation.Mode);
        Assert.Equal(learned.Spectrum.TotalChiSquared!.Value, turned.Spectrum.TotalChiSquared!.Value, 1e-10);
        Assert.Equal(learned.Encoder.Known.ToHashSet(), turned.Encoder.Known.ToHashSet());
        foreach (var input in learned.Encoder.Known) Assert.Equal(learned.Encoder.Marginal(input), turned.Encoder.Marginal(input), 1e-12);
    }

    private static Law Bernoulli(double ratio) => (visible, length) => Math.Pow(1 - ratio, BitOperations.PopCount(visible)) * Math.Pow(ratio, length - BitOperations.PopCount(visible));

    private static Law Exactly(int hidden) => (visible, length) => BitOperations.PopCount(visible) == length - hidden ? 1.0 / Masks(length).Count(mask => BitOperations.PopCount(mask) == length - hidden) : 0;

    private static Law Block(int hidden) => (visible, length) => Enumerable.Range(0, length).Count(start => Masked(start, hidden, length) == visible) / (double)length;

    private static ulong Masked(int start, int hidden, int length) =>
        Enumerable.Range(0, length).Where(place => (place - start + length) % length >= hidden).Aggregate(0UL, (mask, place) => mask | 1UL << place);

    private static IEnumerable<ulong> Masks(int length) => Enumerable.Range(0, 1 << length).Select(mask => (ulong)mask);

    private static IEnumerable<(string X, string A, double Weight)> Near(IEnumerable<Sentence> rows, int before, int after, Func<int, double> discount) =>
        from row in rows
        where row.Weight > 0
        from x in Enumerable.Range(0, row.Tokens.Length)
        from a in Enumerable.Range(0, row.Tokens.Length)
        where a != x && x - a <= before && a - x <= after
        select (row.Tokens[x], row.Tokens[a], row.Weight * discount(Math.Abs(a - x)));

    private static IEnumerable<(Chunk<string> X, string A, double Weight)> Stretches(IEnumerable<Sentence> rows, int length, Law law) =>
        from row in rows
        where row.Weight > 0
        from start in Enumerable.Range(0, Math.Max(0, row.Tokens.Length - length + 1))
        let stretch = row.Tokens[start..(start + length)]
        from visible in Masks(length)
        where law(visible, length) > 0
        select (new Chunk<string>(stretch), Shown(stretch, visible), row.Weight * law(visible, length));

    private static IEnumerable<(string X, string A, double Weight)> Around(IEnumerable<Sentence> rows, int radius, double ratio) =>
        from row in rows
        where row.Weight > 0
        from x in Enumerable.Range(0, row.Tokens.Length)
        let before = Enumerable.Range(x - radius, radius).Select(i => i < 0 ? "_" : row.Tokens[i])
        let after = Enumerable.Range(x + 1, radius).Select(i => i < row.Tokens.Length ? row.Tokens[i] : "_")
        let window = before.Concat(after).ToArray()
        from visible in Masks(2 * radius)
        select (row.Tokens[x], Shown(window, visible), row.Weight * Bernoulli(ratio)(visible, 2 * radius));

    /// <summary>The pairs of every row, its weight times its length shared as its law says; then those whose context value enough rows have.</summary>
    private static IReadOnlyList<(int X, string A, double Weight)> Kept(IEnumerable<Sentence> rows, int least, Func<string[], IEnumerable<(string A, double Probability)>> law)
    {
        var laws = rows.Where(row => row.Weight > 0 && row.Tokens.Length > 0).Select(row => (Row: row, Law: law(row.Tokens).ToArray())).ToArray();
        var pairs =
            from item in laws
            let total = item.Law.Sum(value => value.Probability)
            from value in item.Law
            where laws.Count(other => other.Law.Any(shown => shown.A == value.A)) >= least
            select (item.Row.Key, value.A, item.Row.Weight * item.Row.Tokens.Length * (value.Probability / total));
        return [.. pairs];
    }

    /// <summary>All windows that touch the text, each with its law given that something is visible, without the gaps at the ends.</summary>
    private static IEnumerable<(string A, double Probability)> Windows(string[] tokens, int length, Law law)
    {
        for (var start = 1 - length; start < tokens.Length; start++)
        {
            var places = Enumerable.Range(start, length).Select(at => at >= 0 && at < tokens.Length ? tokens[at] : "_").ToArray();
            var seen = Masks(length).Select(mask => (Pattern: Shown(places, mask).Trim('_', ' '), Probability: law(mask, length))).Where(item => item.Pattern != "" && item.Probability > 0).ToArray();
            foreach (var (pattern, probability) in seen) yield return (pattern, probability / seen.Sum(item => item.Probability));
        }
    }

    private static IEnumerable<(string A, double Probability)> Grams(string[] tokens, int length) =>
        Enumerable.Range(0, Math.Max(0, tokens.Length - length + 1)).Select(start => (string.Join(' ', tokens[start..(start + length)]), 1.0));

    private static string Shown(string[] places, ulong visible) => string.Join(' ', places.Select((token, place) => (visible >> place & 1) != 0 ? token : "_"));
}
