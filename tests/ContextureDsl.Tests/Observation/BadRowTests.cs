using System.Globalization;
using ContextureDsl.Observation;
using Xunit;

namespace ContextureDsl.Tests.Observation;

/// <summary>Every bad input is an error of its own type that says what, where, the value, the rule and the remedy.</summary>
public class BadRowTests
{
    private sealed record Order(string? Product, string? Tag, string[]? Products = null, string[]? Tags = null);

    [Theory]
    [InlineData(-0.5, "-0.5")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void AWeightThatIsNone(double weight, string text)
    {
        Row[] rows = [new(1, 1), new(-1, 1, double.NaN), new(2, 1, weight)];
        foreach (var count in Ways)
        {
            var error = Assert.Throws<InvalidWeightException>(() => count(Counting.Plain, rows));
            Assert.Equal($"Event 2 of orders has the weight {text} from o => o.Weight. A weight is finite and not negative; zero means that the event is not there. Correct the event, or leave it out with Where.", error.Message);
        }
    }

    [Fact]
    public void ANumberIsWrittenTheSameInEveryCulture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Contains("-1.5", Assert.Throws<InvalidWeightException>(() => Counting.Accumulate(Counting.Plain, [new(1, 1, -1.5)])).Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void WeightsOfOnePairThatSumToInfinity()
    {
        Row[] rows = [new(7, 8, 1e308), new(7, 8, 1e308), new(1, 1)];
        foreach (var count in Ways)
        {
            var error = Assert.Throws<InvalidWeightException>(() => count(Counting.Plain, rows));
            Assert.Contains("o => o.Weight of the pair (7, 8) in orders sum to more than 1.79", error.Message);
            Assert.Contains("divide all of them by a common factor", error.Message);
        }
    }

    [Fact]
    public void WeightsOfAllPairsThatSumToInfinity()
    {
        Row[] rows = [new(7, 8, 1e308), new(7, 9, 1.2e308), new(1, 1)];
        foreach (var count in Ways)
        {
            var error = Assert.Throws<InvalidWeightException>(() => count(Counting.Plain, rows));
            Assert.Contains("3 distinct pairs in orders, the largest being 1.2E+308, sum to more than 1.79", error.Message);
        }
    }

    [Fact]
    public void LargeWeightsThatAgeAreFinite()
    {
        var start = new DateTimeOffset(2020, 1, 1, 0, 0, 0, default);
        Row[] rows = [new(1, 1, 1e308, start), new(1, 1, 1e308, start.AddDays(1)), new(1, 1, 1e307, start.AddDays(3))];
        foreach (var count in Ways)
            Assert.Equal(1e308 / 8 + 1e308 / 4 + 1e307, Counting.Weights(count(Counting.Plain with { HalfLife = TimeSpan.FromDays(1) }, rows))[(1, 1)], 1e294);
    }

    [Fact]
    public void NullInput() => AssertNull(
        new Order(null, "t"), "Event 1 of orders has no input: o => o.X gave null, which could not be looked up afterwards. Leave such events out with Where, or give them a value of their own, such as an empty string.");

    [Fact]
    public void NullVariable() => AssertNull(new Order("p", null), "Event 1 of orders has no context value: o => o.A gave null, ");

    [Fact]
    public void NullAmongMany()
    {
        AssertNullMany(new("p", "t", ["a", null!], ["b"]), "Event 1 of orders has no input: ");
        AssertNullMany(new("p", "t", ["a"], ["b", null!]), "Event 1 of orders has no context value: ");
    }

    [Fact]
    public void NullLists()
    {
        AssertNullMany(new("p", "t", null, ["b"]), "Event 1 of orders has no list of inputs: o => o.X gave null. Return an empty list for an event without inputs; it is then counted as empty and left out.");
        AssertNullMany(new("p", "t", ["b"], null), "Event 1 of orders has no list of context values: o => o.A gave null. ");
        AssertNullMany(new("p", "t", [], null), "Event 1 of orders has no list of context values: ");
    }

    [Fact]
    public void NullInAnEmptyRowIsNotLookedAt()
    {
        Order[] rows = [new("p", "t", [null!], []), new("p", "t", ["a"], ["b"])];
        foreach (var part in new[] { InterpretMany(rows), Counting.Count(new ManyCounter(Counting.Plain), rows) })
        {
            Assert.Equal(1, part.Summary.Empty);
            Assert.Equal(["a"], part.Inputs.Values);
        }
    }

    [Fact]
    public void ADuplicateThatIsRejected()
    {
        Row[] rows = [new(1, 2), new(3, 4), new(1, 4), new(3, 4), new(1, 2)];
        foreach (var count in Ways)
        {
            var error = Assert.Throws<DuplicatePairException>(() => count(Counting.Plain with { Duplicates = Duplicates.Reject }, rows));
            Assert.Equal("Event 3 of orders has the pair (3, 4) of o => o.X and o => o.A, which event 1 has too. Duplicates.Reject allows every pair once. Remove the duplicate, or say what it means: Sum, Once, Largest or Mean.", error.Message);
        }
    }

    [Fact]
    public void ADuplicateWithinOneRowIsRejected()
    {
        Row[] rows = [new(0, 0, Xs: [1, 2], As: [5, 6, 5])];
        foreach (var count in new[] { Counting.InterpretMany, (Func<CountScope, IEnumerable<Row>, ObservedPart<int>>)Counting.AccumulateMany })
        {
            var error = Assert.Throws<DuplicatePairException>(() => count(Counting.Plain with { Duplicates = Duplicates.Reject, HalfLife = TimeSpan.FromDays(1) }, rows));
            Assert.Contains("Event 0 of orders has the pair (1, 5) of o => o.X and o => o.A twice.", error.Message);
        }
    }

    [Fact]
    public void NoEvent() => AssertEmpty([], "orders has no event, so the context o => o.A has nothing to learn from. Check that the source is not empty and has not been read to its end before.");

    [Fact]
    public void AllLeftOut() => AssertEmpty([new(-1, 1), new(-1, 2)], "All 2 events of orders were left out by Where, ");

    [Fact]
    public void AllWeightless() => AssertEmpty([new(1, 1, 0), new(1, 2, 0), new(1, 2, -0.0)], "All 3 events of orders have weight zero from o => o.Weight, ");

    [Fact]
    public void LeftOutForSeveralReasons() => AssertEmpty([new(1, 1, 0), new(-1, 2), new(-1, 2)], "None of the 3 events of orders gave a pair for the context o => o.A: 2 were left out by Where, 1 have weight zero, 0 have an empty list.");

    [Fact]
    public void AllListsEmpty()
    {
        Row[] rows = [new(0, 0, Xs: [], As: [1]), new(0, 0, Xs: [1], As: [])];
        Assert.Contains("All 2 events of orders have an empty list of inputs (o => o.X) or context values (o => o.A)",
            Assert.Throws<EmptyObservationException>(() => Counting.AccumulateMany(Counting.Plain, rows)).Message);
        Assert.Equal(2, Assert.Throws<EmptyObservationException>(() => Counting.InterpretMany(Counting.Plain, rows)).Summary.Empty);
    }

    [Fact]
    public void AllBelowTheMinimumCount()
    {
        Row[] rows = [new(1, 1), new(1, 2), new(2, 2), new(3, 2)];
        AssertEmpty(rows, "None of the 4 distinct pairs from 4 events of orders has an input that occurs at least 3 times (o => o.X: the most frequent one occurs 2 times) "
            + "and a context value that occurs at least 4 times (o => o.A: the most frequent one occurs 3 times). Lower the minimum count, or learn from more events.",
            Counting.Plain with { MinimumInput = 3, MinimumVariable = 4 });
        AssertEmpty(rows, "has a context value that occurs at least 4 times (o => o.A: the most frequent one occurs 3 times). Lower", Counting.Plain with { MinimumVariable = 4 });
    }

    [Fact]
    public void AllForgotten()
    {
        var start = new DateTimeOffset(2020, 1, 1, 0, 0, 0, default);
        AssertEmpty([new(1, 1, 1, start), new(1, 1, 1, start.AddDays(2000))], "1 distinct pairs from 2 events of orders all weigh nothing beside the heaviest event",
            Counting.Plain with { HalfLife = TimeSpan.FromDays(1), Duplicates = Duplicates.Once });
    }

    [Fact]
    public void APairNoMarginalCouldHoldIsLeftOut()
    {
        Row[] rows = [new(1, 1, 1e300), new(2, 1, 1e250), new(2, 2, 1e239)];
        foreach (var count in Ways)
        {
            var part = count(Counting.Plain, rows);
            Assert.Equal([1, 2], part.Inputs.Values);
            Assert.Equal(1, part.VariableAlphabet.Count);
            Assert.Equal(1, part.Summary.RareVariables);
            Assert.Equal(1, part.Summary.NegligiblePairs);
        }
    }

    private static readonly Func<CountScope, IEnumerable<Row>, ObservedPart<int>>[] Ways = [Counting.Interpret, Counting.Accumulate];

    private static void AssertEmpty(Row[] rows, string message, CountScope? scope = null)
    {
        foreach (var count in Ways)
        {
            var error = Assert.Throws<EmptyObservationException>(() => count(scope ?? Counting.Plain, rows));
            Assert.Contains(message, error.Message);
            Assert.Equal(rows.Length, error.Summary.Rows);
        }
    }

    private static void AssertNull(Order row, string message)
    {
        Order[] rows = [new("p", "t"), row];
        var context = Counting.Source<Order>().Input(o => o.Product!).Context(o => o.Tag!);
        Assert.StartsWith(message, Assert.Throws<NullKeyException>(() => Counting.Interpret(context, Counting.Plain, rows)).Message);
        Assert.StartsWith(message, Assert.Throws<NullKeyException>(() => Counting.Count(new SingleCounter(Counting.Plain), rows)).Message);
    }

    private static void AssertNullMany(Order row, string message)
    {
        Order[] rows = [new("p", "t", ["p"], ["t"]), row];
        Assert.StartsWith(message, Assert.Throws<NullKeyException>(() => InterpretMany(rows)).Message);
        Assert.StartsWith(message, Assert.Throws<NullKeyException>(() => Counting.Count(new ManyCounter(Counting.Plain), rows)).Message);
    }

    private static ObservedPart<string> InterpretMany(Order[] rows) =>
        Counting.Interpret(Counting.Source<Order>().InputMany(o => o.Products!).ContextMany(o => o.Tags!), Counting.Plain, rows);

    private sealed class SingleCounter : PartCounter<Order, string>
    {
        private readonly HashAlphabet<string, StringKeys> inputs = new();
        private readonly HashAlphabet<string, StringKeys> variables = new();
        private readonly PairAccumulator<string, string> pairs;

        public SingleCounter(CountScope scope) => pairs = new(inputs, variables, scope);

        public override void Add(Order row, long index)
        {
            if (!pairs.Accepts(1, index)) return;
            pairs.Add(inputs.Number(row.Product ?? throw pairs.NullInput()), variables.Number(row.Tag ?? throw pairs.NullVariable()));
        }

        public override ObservedPart<string> Finish() => pairs.Finish();
    }

    private sealed class ManyCounter : PartCounter<Order, string>
    {
        private readonly HashAlphabet<string, StringKeys> inputs = new();
        private readonly HashAlphabet<string, StringKeys> variables = new();
        private readonly RowValues<string> rowInputs = new();
        private readonly RowValues<string> rowVariables = new();
        private readonly PairAccumulator<string, string> pairs;

        public ManyCounter(CountScope scope) => pairs = new(inputs, variables, scope);

        public override void Add(Order row, long index)
        {
            if (!pairs.Accepts(1, index)) return;
            pairs.AddEach(rowInputs.Of(row.Products ?? throw pairs.NullInputs()), rowVariables.Of(row.Tags ?? throw pairs.NullVariables()));
        }

        public override ObservedPart<string> Finish() => pairs.Finish();
    }
}
