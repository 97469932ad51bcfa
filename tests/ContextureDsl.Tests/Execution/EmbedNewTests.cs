namespace ContextureDsl.Tests.Execution;

/// <summary>New rows through the selectors of the declaration that learnt.</summary>
public sealed class EmbedNewTests
{
    private sealed record Visit(string Person, string Place, string Mood, double Minutes);

    [Contexture(Rank = 3, Precision = Precision.Double, Tolerance = 1e-12)]
    private sealed class PersonByPlace(int least = 1) : Contexture<string, string>.From<Visit>
    {
        protected override Context<string, string> Define(Events<Visit> visits) => visits.Input(v => v.Person).Context(v => v.Place).Weight(v => v.Minutes).MinimumCount(context: least);
    }

    [Contexture(Rank = 3, Precision = Precision.Double, Tolerance = 1e-12)]
    private sealed class PersonByBoth : Contexture<string>.From<Visit, Visit>
    {
        protected override Definition<string> Define(Events<Visit> here, Events<Visit> there) => Mix.Convex(
            (0.7, here.Input(v => v.Person).Context(v => v.Place).Named("place")),
            (0.3, there.Input(v => v.Person).Context(v => v.Mood).Named("mood")));
    }

    private static Visit[] Visits(int people)
    {
        var random = new Random(5);
        return [.. from person in Enumerable.Range(0, people) from _ in Enumerable.Range(0, 6) select new Visit($"p{person}", $"l{random.Next(7)}", $"m{random.Next(5)}", 1 + random.Next(9))];
    }

    [Fact]
    public void Rows_that_were_there_give_the_vectors_that_were_learnt()
    {
        var visits = Visits(30);
        var learned = new PersonByPlace().Learn(visits);

        var again = new PersonByPlace().EmbedNew(learned, visits);

        Assert.Equal(30, again.Count);
        Assert.Empty(again.Unknown);
        foreach (var person in learned.Encoder.Known) AssertSame(learned, again, person);
    }

    [Fact]
    public void A_mix_is_read_from_all_its_sources()
    {
        var visits = Visits(30);
        var learned = new PersonByBoth().Learn(visits, visits);

        var again = new PersonByBoth().EmbedNew(learned, visits, visits);

        foreach (var person in learned.Encoder.Known) AssertSame(learned, again, person);
    }

    [Fact]
    public void A_new_input_is_the_mean_of_what_it_was_seen_with_by_weight()
    {
        var learned = new PersonByPlace().Learn(Visits(30));

        var fresh = new PersonByPlace().EmbedNew(learned, [new("new", "l1", "", 3), new("new", "l2", "", 1), new("new", "nowhere", "", 12), new("lost", "nowhere", "", 1)]);

        Assert.Equal(["new"], fresh.Known);
        Assert.Equal(["lost"], fresh.Unknown);
        Assert.Equal(4.0 / 16, fresh.KnownShare("new"), 12);
        Assert.Equal(0, fresh.KnownShare("lost"));
        var expected = new double[3];
        Assert.True(learned.TryEmbedNew([("l1", 3.0), ("l2", 1.0)], expected));
        var actual = new double[3];
        Assert.True(fresh.TryEmbed("new", actual));
        for (var i = 0; i < 3; i++) Assert.Equal(expected[i], actual[i], 12);
        Assert.Throws<UnknownValueException>(() => fresh["lost"]);
        Assert.Throws<UnknownValueException>(() => fresh["never"]);
    }

    [Fact]
    public void A_minimum_count_is_for_learning_only()
    {
        var learned = new PersonByPlace(least: 3).Learn(Visits(30));

        var fresh = new PersonByPlace(least: 3).EmbedNew(learned, [new("new", learned.Variables.Known.First(), "", 1)]);

        Assert.Equal(["new"], fresh.Known);
    }

    [Fact]
    public void A_part_without_rows_is_left_out_and_no_rows_at_all_are_an_error()
    {
        var visits = Visits(30);
        var learned = new PersonByBoth().Learn(visits, visits);

        Assert.Equal(30, new PersonByBoth().EmbedNew(learned, visits, []).Known.Count());
        Assert.Throws<EmptyObservationException>(() => new PersonByBoth().EmbedNew(learned, [], []));
    }

    [Fact]
    public void Rows_are_read_with_the_policy_that_learning_was_told()
    {
        var visits = Visits(30);
        var learned = new PersonByPlace().Learn(visits, new() { Duplicates = Duplicates.Once });
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        learned.Save(path);

        foreach (var result in new[] { learned, Learned.Load<string>(path) })
        {
            var again = new PersonByPlace().EmbedNew(result, visits);
            foreach (var person in learned.Encoder.Known) AssertSame(learned, again, person);
        }
        File.Delete(path);
    }

    [Fact]
    public void An_input_that_a_part_never_saw_has_its_learnt_vector_by_its_share()
    {
        var visits = Visits(30);
        var learned = new PersonByBoth().Learn(visits, visits[6..]);

        var again = new PersonByBoth().EmbedNew(learned, visits, visits[6..]);

        Assert.Equal(0.7, again.Share("p0"), 12);
        var before = new double[3];
        var after = new double[3];
        Assert.True(learned.Encoder.TryEmbed("p0", before));
        Assert.True(again.TryEmbed("p0", after));
        for (var i = 0; i < 3; i++) Assert.Equal(before[i], 0.7 * after[i], 1e-12 * Math.Max(1, Math.Abs(before[i])));
    }

    [Fact]
    public void A_result_of_another_declaration_is_refused()
    {
        var visits = Visits(30);
        var learned = new PersonByBoth().Learn(visits, visits);

        var refused = Assert.Throws<DeclarationException>(() => new PersonByBothEqually().EmbedNew(learned, visits, visits));

        Assert.Contains("another declaration", refused.Message, StringComparison.Ordinal);
    }

    [Contexture(Rank = 3)]
    private sealed class PersonByBothEqually : Contexture<string>.From<Visit, Visit>
    {
        protected override Definition<string> Define(Events<Visit> here, Events<Visit> there) =>
            Mix.Convex(here.Input(v => v.Person).Context(v => v.Place), there.Input(v => v.Person).Context(v => v.Mood));
    }

    private static void AssertSame(Learned<string> learned, NewInputs<string> again, string person)
    {
        var before = new double[learned.Rank];
        var after = new double[learned.Rank];
        Assert.True(learned.Encoder.TryEmbed(person, before));
        Assert.True(again.TryEmbed(person, after));
        // Both sides are sums of the same numbers in another order; 1/s is at most a few tens here.
        for (var i = 0; i < before.Length; i++) Assert.Equal(before[i], after[i], 1e-12 * Math.Max(1, Math.Abs(before[i])));
        Assert.Equal(1, again.KnownShare(person), 12);
    }
}
