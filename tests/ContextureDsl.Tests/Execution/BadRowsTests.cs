namespace ContextureDsl.Tests.Execution;

/// <summary>Rows that cannot be learnt from, through each way in: what, where, value, rule and remedy in one sentence.</summary>
public class BadRowsTests
{
    private static readonly Sale[] Good = Rows.Table(4, 3);

    public static TheoryData<string> Ways => [.. Learners.Keys];

    private static readonly Dictionary<string, Func<IEnumerable<Sale>, LearnOptions?, Task<Learned<string>>>> Learners = new()
    {
        ["free form"] = (rows, options) => Task.FromResult<Learned<string>>(Contexture.Learn(rows, Baskets.Declared, options: options)),
        ["class"] = (rows, options) => Task.FromResult<Learned<string>>(new Baskets().Learn(rows, options)),
        ["asynchronous"] = async (rows, options) => await new Baskets().LearnAsync(rows.ToAsyncEnumerable(), options),
        ["mix"] = (rows, options) => Task.FromResult(new OnlyBaskets().Learn(rows, options)),
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Good_rows_are_learnt(string way)
    {
        var learned = await Learners[way](Good, null);
        Assert.Equal(2, learned.Rank);
        Assert.Equal(4, learned.Encoder.Count);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task No_event(string way)
    {
        var error = await Fails<EmptyObservationException>(way, []);
        Says(error, "Sale", "no event", "s => s.Basket!", "nothing to learn from", "Check that the source is not empty");
        Assert.Equal(0, error.Summary.Rows);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task All_filtered(string way)
    {
        var error = await Fails<EmptyObservationException>(way, [new("nobody", "a"), new("nobody", "b", double.NaN)]);
        Says(error, "All 2 events of Sale", "left out by Where", "s => s.Basket!", "nothing to learn from", "Check the predicate");
        Assert.Equal(2, error.Summary.Filtered);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task All_weights_zero(string way)
    {
        var error = await Fails<EmptyObservationException>(way, [new("p", "a", 0), new("q", "b", 0), new("q", "b", -0.0)]);
        Says(error, "All 3 events of Sale", "weight zero", "s => s.Weight", "nothing to learn from", "Give the events that count a positive weight");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Left_out_for_several_reasons(string way)
    {
        var error = await Fails<EmptyObservationException>(way, [new("nobody", "a"), new("q", "b", 0)]);
        Says(error, "None of the 2 events of Sale", "1 were left out by Where", "1 have weight zero", "At least one event must remain", "check the predicate");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task One_distinct_input(string way)
    {
        var error = await Fails<DegenerateContextException>(way, [new("only", "a"), new("only", "b"), new("only", "b")]);
        Says(error, "All events have the same input", "only", "At least two are needed", "Check the input selector");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task One_distinct_context_value(string way)
    {
        var error = await Fails<DegenerateContextException>(way, [new("p", "only"), new("q", "only"), new("q", "only")]);
        Says(error, "All events have the same context value", "only", "At least two are needed", "Check the context selector");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_is_left_after_setting_aside_is_degenerate(string way)
    {
        var rows = Enumerable.Repeat(new Sale("often", "a"), 500).Append(new("rare", "b"));
        var error = await Fails<DegenerateContextException>(way, rows);
        Says(error, "often", "once 1 tiny components with 1 inputs and 1 context values were set aside", "RarePairs.Keep");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Weights_that_are_none(string way)
    {
        foreach (var (weight, text) in ((double, string)[])[(double.NaN, "NaN"), (double.PositiveInfinity, "Infinity"), (double.NegativeInfinity, "-Infinity"), (-0.25, "-0.25")])
        {
            Says(await Fails<InvalidWeightException>(way, [.. Good.Take(3), new("p0", "b0", weight), .. Good]), "Event 3 of Sale", $"the weight {text} ", "s => s.Weight", "finite and not negative", "Correct the event, or leave it out with Where");
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Weights_that_sum_to_more_than_a_double_holds(string way)
    {
        var pair = await Fails<InvalidWeightException>(way, [new("p", "a", double.MaxValue), new("q", "b"), new("p", "a", double.MaxValue)]);
        Says(pair, "(p, a)", "s => s.Weight", "Sale", "1.7976931348623157E+308", "divide all of them by a common factor");
        var total = await Fails<InvalidWeightException>(way, [new("p", "a", double.MaxValue), new("q", "b", double.MaxValue)]);
        Says(total, "s => s.Weight", "2 distinct pairs in Sale", "1.7976931348623157E+308", "divide all of them by a common factor");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_null_key_on_either_side(string way)
    {
        Says(await Fails<NullKeyException>(way, [.. Good.Take(5), new(null, "b0")]), "Event 5 of Sale has no input", "s => s.Product!", "null", "looked up", "Leave such events out with Where");
        Says(await Fails<NullKeyException>(way, [.. Good.Take(7), new("p0", null)]), "Event 7 of Sale has no context value", "s => s.Basket!", "null", "looked up", "Leave such events out with Where");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Nothing_reaches_the_minimum_count(string way)
    {
        var error = await Fails<EmptyObservationException>(way, [new("p", "a"), new("p", "b"), new("q", "a")], new() { MinimumCount = 3 });
        Says(error, "Sale", "3 distinct pairs", "at least 3 times", "s => s.Product!", "s => s.Basket!", "the most frequent one occurs 2 times", "Lower the minimum count");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_duplicate_that_is_rejected(string way)
    {
        var error = await Fails<DuplicatePairException>(way, [new("p", "a"), new("q", "a"), new("p", "b"), new("q", "a")], new() { Duplicates = Duplicates.Reject });
        Says(error, "Event 3 of Sale", "(q, a)", "event 1", "s => s.Product!", "s => s.Basket!", "allows every pair once", "Remove the duplicate");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_rare_pair_that_is_rejected(string way)
    {
        Sale[] rows = [.. Enumerable.Range(0, 300).Select(i => new Sale($"p{i % 7}", $"b{i % 4}")), new("stray", "lost")];
        var error = await Fails<RarePairsException>(way, rows, new() { RarePairs = RarePairs.Reject });
        Says(error, "1 of the 2 connected components", "less than 1 %", "1 inputs, 1 context values, 1 distinct pairs", "stray", "lost", "RarePairs.Reject allows none", "raise the minimum count", "RarePairs.SetAside");
        Assert.Equal((1, 1, 1, 1L), (error.Rare.Components, error.Rare.Inputs, error.Rare.Variables, error.Rare.Pairs));
        Assert.Equal(1.0 / 301, error.Rare.Mass, 1e-15);
    }

    [Fact]
    public void Null_arguments_are_named()
    {
        var definition = Baskets.Declared;
        Assert.Equal("first", Assert.Throws<ArgumentNullException>(() => Contexture.Learn(null!, definition)).ParamName);
        Assert.Equal("define", Assert.Throws<ArgumentNullException>(() => Contexture.Learn(Good, (Func<Events<Sale>, Context<string, string>>)null!)).ParamName);
        Assert.Equal("first", Assert.Throws<ArgumentNullException>(() => new Baskets().Learn(null!)).ParamName);
        Says(Assert.Throws<DeclarationException>(() => Contexture.Learn<Sale, string, string>(Good, _ => null!)), "Contexture.Learn", "null", "must return a context", ".Context(...)");
        Says(Assert.Throws<DeclarationException>(() => new Nothing().Learn(Good)), "Nothing.Define", "null", "must return a context", ".Context(...)");
    }

    private static async Task<T> Fails<T>(string way, IEnumerable<Sale> rows, LearnOptions? options = null)
        where T : ContextureException => await Assert.ThrowsAsync<T>(() => Learners[way](rows, options));

    private static void Says(ContextureException error, params string[] fragments)
    {
        foreach (var fragment in fragments) Assert.Contains(fragment, error.Message, StringComparison.Ordinal);
    }

    private sealed class Baskets : Contexture<string, string>.From<Sale>
    {
        public static Context<string, string> Declared(Events<Sale> sales) =>
            sales.Where(s => s.Product != "nobody").Input(s => s.Product!).Context(s => s.Basket!).Weight(s => s.Weight);

        protected override Context<string, string> Define(Events<Sale> sales) => Declared(sales);
    }

    private sealed class OnlyBaskets : Contexture<string>.From<Sale>
    {
        protected override Definition<string> Define(Events<Sale> sales) => Mix.Convex<string>(Baskets.Declared(sales));
    }

    private sealed class Nothing : Contexture<string>.From<Sale>
    {
        protected override Definition<string> Define(Events<Sale> sales) => null!;
    }
}
