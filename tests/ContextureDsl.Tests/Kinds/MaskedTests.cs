namespace ContextureDsl.Tests.Kinds;

/// <summary>Masked stretches of independent tokens: the spectra that follow from the law of the mask alone, declaration errors, draws.</summary>
public class MaskedTests
{
    private sealed record Line(string Text, double Weight = 1);

    [Theory]
    [InlineData(4, 2, 0.3)]
    [InlineData(4, 2, 0.6)]
    [InlineData(3, 3, 0.3)]
    [InlineData(1, 5, 0.25)]
    public void Each_token_hidden_by_itself(int length, int letters, double ratio) => Exactly.Spectrum(
        Learn(All(length, letters), tuples => tuples.Sequence(t => t).Masked(ratio, length)),
        Products(length, letters, k => Math.Pow(1 - ratio, k / 2.0)));

    [Fact]
    public void Two_of_four_hidden() => Exactly.Spectrum(
        Learn(All(4, 2), tuples => tuples.Sequence(t => t).MaskedExactly(2, 4)),
        Products(4, 2, k => Math.Sqrt(Bits.Binomial(4 - k, 2) / Bits.Binomial(4, 2))));

    [Fact]
    public void One_of_three_hidden_of_three_letters() => Exactly.Spectrum(
        Learn(All(3, 3), tuples => tuples.Sequence(t => t).MaskedExactly(1, 3)),
        Products(3, 3, k => Math.Sqrt(Bits.Binomial(3 - k, 1) / Bits.Binomial(3, 1))));

    /// <summary>Single places are visible with 1/2, neighbours around the ring with 1/4, opposite ones never.</summary>
    [Fact]
    public void A_block_of_two_of_four_hidden() => Exactly.Spectrum(
        Learn(All(4, 2), tuples => tuples.Sequence(t => t).MaskedBlock(2, 4)),
        [.. Enumerable.Repeat(Math.Sqrt(0.5), 4), .. Enumerable.Repeat(0.5, 4)]);

    /// <summary>Binary erasure with any input law: s = √(1 − r).</summary>
    [Fact]
    public void One_place_is_an_erasure() => Exactly.Spectrum(
        Contexture.Learn([new Line("a", 3), new Line("b")], lines => lines.Sequence(l => l.Text).Masked(0.25, 1).Weight(l => l.Weight), options: Exactly.Options),
        Math.Sqrt(0.75));

    [Fact]
    public void Nothing_hidden_is_the_identity() => Exactly.Spectrum(Learn(All(3, 2), tuples => tuples.Sequence(t => t).Masked(0, 3)), Enumerable.Repeat(1.0, 7));

    [Fact]
    public void Everything_hidden_is_independent() =>
        Assert.Throws<DegenerateContextException>(() => Learn(All(3, 2), tuples => tuples.Sequence(t => t).Masked(1, 3)));

    [Fact]
    public void Draws_come_near_the_law_and_depend_on_the_seed_and_the_content_only()
    {
        Learned<Chunk<int>, Masked<int>> Drawn(int draws, long seed, bool turned = false) =>
            Learn(turned ? All(3, 2).Reverse() : All(3, 2), tuples => tuples.Sequence(t => t).Masked(0.3, 3, draws, seed));

        var many = Drawn(20_000, 1);
        Assert.Equal(Estimation.Sampled(20_000, 1), many.Parts[0].Estimation);

        // 160 000 draws over 27 patterns: the noise of a value is of the order of √(27 / 160 000).
        Assert.Equal(Math.Sqrt(0.7), many.Spectrum.Values[0], 0.02);
        Assert.Equal(0.7, many.Spectrum.Values[4], 0.02);
        var few = Drawn(5, 1);
        Assert.Equal(few.Spectrum.Values, Drawn(5, 1).Spectrum.Values);
        Assert.Equal(few.Spectrum.TotalChiSquared!.Value, Drawn(5, 1, turned: true).Spectrum.TotalChiSquared!.Value, 1e-12);
        Assert.NotEqual(few.Spectrum.TotalChiSquared!.Value, Drawn(5, 2).Spectrum.TotalChiSquared!.Value, 1e-6);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(12)]
    public void Draws_of_the_other_laws_hide_as_many(int hidden)
    {
        var row = Enumerable.Range(0, 40).ToArray();
        var exactly = Learn([row], rows => rows.Sequence(t => t).MaskedExactly(hidden, 24, draws: 3), RarePairs.Keep);
        var block = Learn([row], rows => rows.Sequence(t => t).MaskedBlock(hidden, 24, draws: 3), RarePairs.Keep);
        Assert.All(exactly.Variables.Known.Concat(block.Variables.Known), pattern => Assert.Equal(24 - hidden, pattern.Tokens.Length));
        Assert.All(block.Variables.Known, pattern => Assert.Equal(2, Enumerable.Range(0, 24).Count(place => pattern.IsVisible(place) != pattern.IsVisible((place + 1) % 24))));
    }

    [Fact]
    public void Estimation_is_enumerated_unless_draws_are_given()
    {
        Assert.Contains("masked, enumerated", Told(rows => rows.Sequence(t => t).Masked(0.4, 12)), StringComparison.Ordinal);
        Assert.Contains("masked, sampled, 8 draws, seed 3", Told(rows => rows.Sequence(t => t).Masked(0.4, 13, draws: 8, seed: 3)), StringComparison.Ordinal);
        Assert.Contains("masked exactly, enumerated", Told(rows => rows.Sequence(t => t).MaskedExactly(2, 64)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void A_ratio_is_a_probability(double ratio)
    {
        Refuses(rows => rows.Sequence(t => t).Masked(ratio, 2), FormattableString.Invariant($"Masked({ratio}, 2)"), "between 0 and 1");
        Refuses(rows => rows.Sequence(t => t).MaskedWindow(ratio, 2), "between 0 and 1");
        Assert.Throws<DeclarationException>(() => Contexture.Learn([1], (Events<int> rows) => rows.Input(t => t).Sequence(t => new[] { t }).Masked(ratio, 2)));
    }

    [Fact]
    public void Lengths_and_numbers_are_in_range()
    {
        Refuses(rows => rows.Sequence(t => t).Masked(0.4, 0), "length 0", "between 1 and 64");
        Refuses(rows => rows.Sequence(t => t).Masked(0.4, 65), "length 65");
        Refuses(rows => rows.Sequence(t => t).Masked(0.4, 13), "8,192 masks", "draws: 16");
        Refuses(rows => rows.Sequence(t => t).Masked(0.4, 3, draws: 0), "draws: 0");
        Refuses(rows => rows.Sequence(t => t).MaskedExactly(3, 2), "hides 3 of 2");
        Refuses(rows => rows.Sequence(t => t).MaskedExactly(-1, 2), "hides -1 of 2");
        Refuses(rows => rows.Sequence(t => t).MaskedBlock(5, 4), "block of 5 of 4");
        Refuses(rows => rows.Sequence(t => t).MaskedWindow(0.4, 0), "radius 0", "between 1 and 31");
        Refuses(rows => rows.Sequence(t => t).Masked(0.4, 2).MinimumCount(input: 0), "input: 0");
    }

    [Fact]
    public void Rows_too_short_are_counted_as_empty()
    {
        var learned = Learn([[1, 2, 1], [1], [], [2, 1]], rows => rows.Sequence(t => t).Masked(0.5, 2), RarePairs.Keep);
        Assert.Equal((2, 2, 4), (learned.Parts[0].Summary.Events, learned.Parts[0].Summary.Empty, learned.Parts[0].Summary.Rows));
        Assert.Throws<EmptyObservationException>(() => Learn([[1], []], rows => rows.Sequence(t => t).Masked(0.5, 2)));
    }

    [Fact]
    public void Other_policies_for_duplicates_are_refused() => Exactly.Says(
        Assert.Throws<DeclarationException>(() => Contexture.Learn(All(2, 2), rows => rows.Sequence(t => t).Masked(0.5, 2), options: new() { Duplicates = Duplicates.Once })),
        "Duplicates.Once", "weights are added");

    /// <summary>All tuples of so many letters.</summary>
    private static int[][] All(int length, int letters) =>
        [.. Enumerable.Range(0, (int)Math.Pow(letters, length)).Select(number => Enumerable.Range(0, length).Select(place => number / (int)Math.Pow(letters, place) % letters).ToArray())];

    /// <summary>A value for every k of the n places, C(n, k) (q − 1)^k times; those that are zero are left out.</summary>
    private static IEnumerable<double> Products(int length, int letters, Func<int, double> value) =>
        Enumerable.Range(1, length).SelectMany(k => Enumerable.Repeat(value(k), (int)(Bits.Binomial(length, k) * Math.Pow(letters - 1, k)))).Where(s => s > 0);

    private static Learned<TInput, TVariable> Learn<TInput, TVariable>(IEnumerable<int[]> rows, Func<Events<int[]>, Context<TInput, TVariable>> declare, RarePairs rare = RarePairs.Keep)
        where TInput : notnull
        where TVariable : notnull => Contexture.Learn(rows, declare, options: Exactly.Options with { RarePairs = rare });

    private static string Told<TInput, TVariable>(Func<Events<int[]>, Context<TInput, TVariable>> declare)
        where TInput : notnull
        where TVariable : notnull
    {
        var told = "";
        Assert.Throws<EmptyObservationException>(() => Contexture.Learn(Array.Empty<int[]>(), rows =>
        {
            var context = declare(rows);
            told = context.ToString();
            return context;
        }));
        return told;
    }

    private static void Refuses<TInput, TVariable>(Func<Events<int[]>, Context<TInput, TVariable>> declare, params string[] parts)
        where TInput : notnull
        where TVariable : notnull => Exactly.Says(Assert.Throws<DeclarationException>(() => Contexture.Learn(Array.Empty<int[]>(), declare)), parts);
}
