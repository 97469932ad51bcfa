using System.Globalization;

namespace ContextureDsl.Tests.Execution;

/// <summary>Settings from the attribute, from the call and from the declaration: which one holds, and what has no meaning.</summary>
public class SettingsTests
{
    private static readonly Sale[] Table = Rows.Table(8, 6);

    [Fact]
    public void A_rank_below_one_from_options_argument_and_attribute()
    {
        foreach (var rank in (int[])[0, -3])
        {
            ContextureException[] errors =
            [
                Assert.Throws<RankException>(() => Learn(new() { Rank = rank })),
                Assert.Throws<RankException>(() => Contexture.Learn(Table, Define, rank)),
                Assert.Throws<RankException>(() => new RankFive().Learn(Table, new() { Rank = rank })),
            ];
            Assert.All(errors, error => Says(error, FormattableString.Invariant($"Rank = {rank}."), "number of singular functions after the constant one", "at least 1", "Leave it unset"));
        }
        Says(Assert.Throws<RankException>(() => new RankZero().Learn(Table)), "Rank = 0.", "at least 1", "Leave it unset");
    }

    [Fact]
    public void A_rank_above_what_the_data_can_have()
    {
        Assert.Equal(5, Learn(new() { Rank = 5 }).Rank);
        Says(Assert.Throws<RankException>(() => Learn(new() { Rank = 6 })), "Rank = 6", "8 inputs and 6 context values", "at most 5 functions after the constant one", "Ask for at most 5");
        Says(Assert.Throws<RankException>(() => Contexture.Learn(Table, Define, 100)), "Rank = 100", "at most 5 ");
        Assert.Equal(5, new RankFive().Learn(Table).Rank);
        Says(Assert.Throws<RankException>(() => new RankFive().Learn(Rows.Table(3, 6))), "Rank = 5", "3 inputs and 6 context values", "at most 2 functions", "Ask for at most 2");
    }

    [Fact]
    public void A_rank_above_what_a_mix_can_have()
    {
        // Two parts with M = 3 and M = 2 have (3 − 1) + (2 − 1) functions, not 3 + 2 − 1.
        var rows = Rows.Table(9, 3);
        Definition<string> ByVariables(Events<Sale> sales) => Mix.Convex<string>(
            sales.Input(s => s.Product!).Context(s => s.Basket!), sales.Input(s => s.Product!).Context(s => s.Basket == "b1"));
        Assert.Equal(3, Contexture.Learn(rows, ByVariables, 3).Rank);
        Assert.Equal(3, Contexture.Learn(rows, ByVariables).Rank);
        Says(Assert.Throws<RankException>(() => Contexture.Learn(rows, ByVariables, 4)), "Rank = 4", "9 inputs and 5 context values in 2 parts", "at most 3 functions", "Ask for at most 3");

        // With few inputs it is N − 1 that binds.
        var few = Rows.Table(3, 7);
        Definition<string> ByInputs(Events<Sale> sales) => Mix.Convex<string>(Define(sales), Define(sales).Named("again"));
        Assert.Equal(2, Contexture.Learn(few, ByInputs).Rank);
        Says(Assert.Throws<RankException>(() => Contexture.Learn(few, ByInputs, 3)), "Rank = 3", "3 inputs and 14 context values in 2 parts", "at most 2 functions");
    }

    [Fact]
    public void A_rank_that_setting_aside_has_put_out_of_reach()
    {
        Sale[] rows = [.. Enumerable.Repeat(Table, 5).SelectMany(row => row), new("stray", "lost")];
        Assert.Equal(6, Contexture.Learn(rows, Define, 6, new() { RarePairs = RarePairs.Keep }).Rank);
        Says(
            Assert.Throws<RankException>(() => Contexture.Learn(rows, Define, 6)),
            "Rank = 6", "8 inputs and 6 context values", "at most 5", "once 1 tiny components with 1 inputs and 1 context values were set aside", "RarePairs.Keep");
    }

    [Fact]
    public void The_rank_that_is_not_set()
    {
        Assert.Equal(5, Contexture.Learn(Table, Define).Rank);
        Assert.Equal(3, Contexture.Learn(Rows.Table(4, 9), Define).Rank);
        var large = Contexture.Learn(Rows.Table(70, 68), Define);
        Assert.Equal((64, 70), (large.Rank, large.Encoder.Count));
        Assert.Equal(67, Contexture.Learn(Rows.Table(70, 68), Define, 67).Rank);
    }

    [Fact]
    public void Tolerances_that_are_none()
    {
        foreach (var (tolerance, text) in (ReadOnlySpan<(double, string)>)[(0, "0"), (-1e-3, "-0.001"), (double.NaN, "NaN"), (double.PositiveInfinity, "Infinity")])
            Says(Assert.Throws<DeclarationException>(() => Learn(new() { Tolerance = tolerance })), $"Tolerance = {text}.", "largest residual", "positive and finite", "Use 1e-5");
        Says(Assert.Throws<DeclarationException>(() => new NoTolerance().Learn(Table)), "Tolerance = NaN.", "positive and finite");
    }

    [Fact]
    public void Counts_below_one()
    {
        Says(Assert.Throws<DeclarationException>(() => Learn(new() { MinimumCount = 0 })), "MinimumCount = 0.", "at least 1", "Leave it unset");
        Says(Assert.Throws<DeclarationException>(() => Learn(new() { Threads = 0 })), "Threads = 0.", "At least one thread", "Leave it unset");
        Says(Assert.Throws<DeclarationException>(() => Learn(new() { Threads = -2 })), "Threads = -2.", "At least one thread", "Leave it unset");
        var table = Define(new(new Tree.SourceNode(0, "sales", typeof(Sale))));
        Says(Assert.Throws<DeclarationException>(() => table.MinimumCount(input: 0)), "MinimumCount(input: 0, context: 1)", "s => s.Basket!", "at least 1", "Use 1");
        Says(Assert.Throws<DeclarationException>(() => table.MinimumCount(context: -4)), "MinimumCount(input: 1, context: -4)", "s => s.Basket!", "at least 1", "Use 1");
    }

    [Fact]
    public void Half_lives_that_are_none()
    {
        var table = Define(new(new Tree.SourceNode(0, "sales", typeof(Sale))));
        foreach (var halfLife in (TimeSpan[])[TimeSpan.Zero, TimeSpan.FromDays(-2)])
            Says(Assert.Throws<DeclarationException>(() => table.Time(s => s.At, halfLife)), "Time(s => s.At)", "s => s.Basket!", $" is {halfLife}.", "must be positive", "Leave it out");
    }

    [Fact]
    public void Names_that_are_none()
    {
        var table = Define(new(new Tree.SourceNode(0, "sales", typeof(Sale))));
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => table.Named(" ")).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentNullException>(() => ((Context<string>)table).Named(null!)).ParamName);
    }

    [Fact]
    public void Shares_that_are_none()
    {
        var table = Define(new(new Tree.SourceNode(0, "sales", typeof(Sale))));
        foreach (var (weight, text) in (ReadOnlySpan<(double, string)>)[(-0.5, "-0.5"), (double.NaN, "NaN"), (double.PositiveInfinity, "Infinity")])
            Says(Assert.Throws<DeclarationException>(() => Mix.Convex<string>((1, table), (weight, table))), "Part 2 of 2 of Mix.Convex", $"the weight {text}.", "finite and not negative", "Correct the weight");
        Says(Assert.Throws<DeclarationException>(() => Mix.Convex<string>((0, table), (0, table))), "weights of Mix.Convex sum to 0.", "positive and finite", "Give at least one part a positive weight");
        Says(Assert.Throws<DeclarationException>(() => Mix.Convex<string>((double.MaxValue, table), (double.MaxValue, table))), "sum to Infinity.", "positive and finite", "none a weight near the largest double");
        Says(Assert.Throws<DeclarationException>(() => Mix.Convex<string>(Array.Empty<Context<string>>())), "Mix.Convex() has no part", "Give it at least one context");
        Says(Assert.Throws<DeclarationException>(() => Mix.Convex<string>(Array.Empty<(double, Context<string>)>())), "Mix.Convex() has no part", "Give it at least one context");
        Assert.Equal("parts[1]", Assert.Throws<ArgumentNullException>(() => Mix.Convex<string>(table, null!)).ParamName);
        Says(Assert.Throws<DeclarationException>(() => Mix.Convex<string>((1, table), (1, Mix.Convex<string>((1, table), (0, table))), (-1, table))), "Part 3 of 3");
        Says(Assert.Throws<DeclarationException>(() => Contexture.Learn(Table, sales => Mix.Convex<string>((1, Define(sales)), (1e-200, Define(sales))))), "Part 2 of 2", "1E-200", "at least 1E-100", "leave the part out");
    }

    [Fact]
    public void Messages_are_the_same_in_every_culture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat = new() { NegativeSign = "−", NumberDecimalSeparator = ",", NaNSymbol = "ej tal", PositiveInfinitySymbol = "∞" };
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            A_rank_below_one_from_options_argument_and_attribute();
            Tolerances_that_are_none();
            Counts_below_one();
            Shares_that_are_none();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Values_that_no_name_stands_for()
    {
        Says(Assert.Throws<DeclarationException>(() => Learn(new() { Duplicates = (Duplicates)9 })), "Duplicates = 9", "Sum, Once, Largest, Mean, Reject", "Name one of these");
        Says(Assert.Throws<DeclarationException>(() => Learn(new() { RarePairs = (RarePairs)(-1) })), "RarePairs = -1", "SetAside, Keep, Reject");
        Says(Assert.Throws<DeclarationException>(() => Learn(new() { Precision = (Precision)2 })), "Precision = 2", "Single, Double");
        Says(Assert.Throws<DeclarationException>(() => Learn(new() { Embedding = (Embedding)3 })), "Embedding = 3", "Whitened, Scaled, HalfScaled");
        Says(Assert.Throws<DeclarationException>(() => Learn(new() { Population = (Population)4 })), "Population = 4", "Mixture, Uniform, First, Events");
        Says(Assert.Throws<DeclarationException>(() => Learn(new() { Unseen = (Unseen)3 })), "Unseen = 3", "Independent, Drop, Reject");
        Says(Assert.Throws<DeclarationException>(() => new NoDuplicates().Learn(Table)), "Duplicates = 7", "Sum, Once, Largest, Mean, Reject");
        Says(
            Assert.Throws<DeclarationException>(() => Contexture.Learn(Table, sales => Define(sales).Duplicates((Duplicates)9))),
            "Duplicates(9) of the context s => s.Basket!", "Sum, Once, Largest, Mean, Reject");
    }

    [Fact]
    public void The_attribute_is_read_once()
    {
        var declared = new All();
        Assert.Same(declared.Settings, declared.Settings);
    }

    [Fact]
    public void The_attribute_holds_unless_the_call_says_otherwise()
    {
        Sale[] rows = [.. Table, .. Table.Take(20), new("once", "b0")];
        var declared = new All().Learn(rows);
        Assert.Equal(3, declared.Rank);
        Assert.Equal((Precision.Double, Embedding.Scaled), (declared.Encoder.Precision, declared.Encoder.Embedding));
        Assert.False(declared.Encoder.Contains("once"));
        Assert.Equal(1, declared.Parts[0].Summary.RareInputs);
        // Once: every pair of the full table counts the same, so that the two are independent.
        Assert.InRange(declared.Spectrum.TotalChiSquared!.Value, 0, 1e-12);

        var overridden = new All().Learn(rows, new() { Rank = 2, Precision = Precision.Single, MinimumCount = 1, Duplicates = Duplicates.Sum, Embedding = Embedding.HalfScaled, Seed = 4, Tolerance = 1e-3 });
        Assert.Equal(2, overridden.Rank);
        Assert.Equal((Precision.Single, Embedding.HalfScaled), (overridden.Encoder.Precision, overridden.Encoder.Embedding));
        Assert.True(overridden.Encoder.Contains("once"));
        Assert.InRange(overridden.Spectrum.TotalChiSquared!.Value, 1e-3, 10);

        Assert.Equal(1.0 / 9, overridden.Encoder.Marginal("once"));
        Assert.Equal(1.0 / rows.Length, new All().Learn(rows, new() { MinimumCount = 1, Duplicates = Duplicates.Sum, Population = Population.Mixture }).Encoder.Marginal("once"), 1e-15);

        Assert.Equal(1e-9, new All().Settings.Tolerance);
        Assert.Equal((Population.Uniform, Unseen.Drop), (new All().Settings.Population, new All().Settings.Unseen));
        Assert.Equal((Population.Mixture, Unseen.Independent), (new Plain().Settings.Population, new Plain().Settings.Unseen));
        Assert.Equal(11, new All().Settings.Seed);
        Assert.Equal((Precision.Single, 1e-5, 1), (new Plain().Settings.Precision, new Plain().Settings.Tolerance, new Plain().Settings.MinimumCount));
    }

    [Fact]
    public void What_the_declaration_says_of_a_part_holds_over_all_settings()
    {
        Sale[] rows = [.. Table, new("once", "b0")];
        var learned = Contexture.Learn(rows, sales => Define(sales).MinimumCount(input: 1, context: 1).Duplicates(Duplicates.Once), options: new() { MinimumCount = 3, Duplicates = Duplicates.Reject });
        Assert.True(learned.Encoder.Contains("once"));
        Assert.Equal(49, learned.Parts[0].Pairs);
        var half = Contexture.Learn(rows, sales => Define(sales).MinimumCount(input: 2), options: new() { RarePairs = RarePairs.Keep });
        Assert.False(half.Encoder.Contains("once"));
    }

    private static ObservedContext<Sale, string, string> Define(Events<Sale> sales) => sales.Input(s => s.Product!).Context(s => s.Basket!);

    private static Learned<string, string> Learn(LearnOptions options) => Contexture.Learn(Table, Define, options: options);

    private static void Says(ContextureException error, params string[] fragments)
    {
        foreach (var fragment in fragments) Assert.Contains(fragment, error.Message, StringComparison.Ordinal);
    }

    private class Plain : Contexture<string, string>.From<Sale>
    {
        protected override Context<string, string> Define(Events<Sale> sales) => SettingsTests.Define(sales);
    }

    [Contexture(Rank = 5)]
    private sealed class RankFive : Plain;

    [Contexture(Rank = 0)]
    private sealed class RankZero : Plain;

    [Contexture(Duplicates = (Duplicates)7)]
    private sealed class NoDuplicates : Plain;

    [Contexture(Tolerance = double.NaN)]
    private sealed class NoTolerance : Plain;

    [Contexture(Rank = 3, Precision = Precision.Double, Tolerance = 1e-9, Seed = 11, MinimumCount = 2, Duplicates = Duplicates.Once, RarePairs = RarePairs.Keep, Population = Population.Uniform, Unseen = Unseen.Drop, Embedding = Embedding.Scaled)]
    private sealed class All : Plain;
}
