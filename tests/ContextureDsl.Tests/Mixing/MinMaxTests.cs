namespace ContextureDsl.Tests.Mixing;

/// <summary>Weights by the min–max rule.</summary>
public class MinMaxTests
{
    private static readonly LearnOptions Exactly = new() { Precision = Precision.Double, Tolerance = 1e-12, RarePairs = RarePairs.Keep, Rank = 2 };

    private sealed record Row(int X, int Firm, int Loose);

    /// <summary>A firm context and a loose one about other things, so that few functions serve the firm one first.</summary>
    private static readonly Row[] Rows = [.. from x in Enumerable.Range(0, 12) from i in Enumerable.Range(0, 20) select new Row(x, i == 0 ? (x + 1) % 4 : x % 4, (i < 12 ? x / 4 : i) % 3)];

    private static Context<int, int> Firm(Events<Row> rows) => rows.Input(row => row.X).Context(row => row.Firm).Named("firm");

    private static Context<int, int> Loose(Events<Row> rows) => rows.Input(row => row.X).Context(row => row.Loose).Named("loose");

    [Fact]
    public void The_part_that_is_served_worst_gains_weight()
    {
        var learned = Contexture.Learn(Rows, rows => Mix.MinMax<int>(Firm(rows), Loose(rows)), options: Exactly);
        Assert.Equal(1, learned.Parts.Sum(part => part.Share), 1e-12);
        Assert.All(learned.Parts, part => Assert.InRange(part.Share, 1e-6, 1));
        // Under equal weights the functions are the firm part's: the other one is served worst.
        Assert.True(Loss(0.5, "loose") > Loss(0.5, "firm"));
        Assert.True(learned.Parts[1].Share > learned.Parts[0].Share);
        var worst = Math.Max(Loss(learned.Parts[0].Share, "firm"), Loss(learned.Parts[0].Share, "loose"));
        Assert.True(worst < Loss(0.5, "loose") + 1e-9);
    }

    [Fact]
    public void It_is_the_convex_mix_with_the_weights_that_it_found()
    {
        var learned = Contexture.Learn(Rows, rows => Mix.MinMax<int>(3, 0.2, Firm(rows), Loose(rows)), options: Exactly);
        var again = Contexture.Learn(Rows, rows => Mix.MinMax<int>(3, 0.2, Firm(rows), Loose(rows)), options: Exactly);
        Assert.Equal(learned.Spectrum.Values, again.Spectrum.Values);
        Assert.Equal(learned.Parts, again.Parts);
        // All rows have the same inputs equally often, so that P_X is the same whatever the weights.
        var declared = Contexture.Learn(Rows, rows => Mix.Convex<int>((learned.Parts[0].Share, Firm(rows)), (learned.Parts[1].Share, Loose(rows))), options: Exactly);
        for (var i = 0; i < 2; i++) Assert.Equal(declared.Spectrum.Values[i], learned.Spectrum.Values[i], 1e-12);
        Assert.Equal(declared.Variables<int>("firm").Marginal(2), learned.Variables<int>("firm").Marginal(2), 1e-12);
    }

    [Fact]
    public void A_part_that_is_a_mix_has_one_weight()
    {
        static Definition<int> Declared(Events<Row> rows, int rounds)
        {
            var (firm, loose) = (Firm(rows), Loose(rows));
            return Mix.MinMax<int>(rounds, 0.5, Mix.Convex<int>((3, firm), (1, loose)), loose.Smooth());
        }

        // After one round the weights are the equal ones that it starts from; what the first part mixes has its declared shares of its half.
        var once = Contexture.Learn(Rows, rows => Declared(rows, 1), options: Exactly);
        Assert.Equal([0.375, 0.625], once.Parts.Select(part => part.Share));
        var learned = Contexture.Learn(Rows, rows => Declared(rows, 9), options: Exactly);
        Assert.Equal(2, learned.Parts.Count);
        Assert.Equal(1, learned.Parts.Sum(part => part.Share), 1e-12);
        Assert.InRange(learned.Parts[0].Share, 0.01, 0.74);
        Assert.NotEqual(0.375, learned.Parts[0].Share);
    }

    [Fact]
    public void Equal_parts_keep_equal_weights()
    {
        var learned = Contexture.Learn(Rows, rows => Mix.MinMax<int>(Firm(rows).Named("one"), rows.Input(row => row.X).Context(row => row.Firm).Named("two")), options: Exactly);
        Assert.Equal(0.5, learned.Parts[0].Share, 1e-9);
    }

    [Fact]
    public void In_a_concatenation_the_weights_are_said_too()
    {
        var learned = Contexture.Learn(Rows, rows => Mix.Concatenate<int>(Mix.MinMax<int>(Firm(rows), Loose(rows)), rows.Input(row => row.X).Context(row => row.X % 2).Named("side")), options: Exactly);
        Assert.Equal(1, learned.Parts.Sum(part => part.Share), 1e-12);
        Assert.Equal(0.5, learned.Parts[2].Share, 1e-12);
        Assert.True(learned.Parts[1].Share > learned.Parts[0].Share);
    }

    [Fact]
    public void It_is_outermost_or_refused()
    {
        foreach (var define in (Func<Events<Row>, Definition<int>>[])[
            rows => Mix.Convex<int>(Mix.MinMax<int>(Firm(rows), Loose(rows)), Loose(rows)), rows => Mix.Convolve(Mix.MinMax<int>(Firm(rows), Loose(rows)), then: Firm(rows)), rows => Mix.MinMax<int>(Firm(rows), Loose(rows)).Smooth()])
            Assert.Contains("Mix.MinMax stands within another mix", Assert.Throws<DeclarationException>(() => Contexture.Learn(Rows, define, options: Exactly)).Message, StringComparison.Ordinal);
        Assert.StartsWith("MinMax(rounds: 0)", Assert.Throws<DeclarationException>(() => Contexture.Learn(Rows, rows => Mix.MinMax<int>(0, 0.3, Firm(rows)))).Message, StringComparison.Ordinal);
        foreach (var rate in (double[])[0, -1, double.NaN, 11])
            Assert.StartsWith("MinMax(rate: ", Assert.Throws<DeclarationException>(() => Contexture.Learn(Rows, rows => Mix.MinMax<int>(2, rate, Firm(rows)))).Message, StringComparison.Ordinal);
        Assert.StartsWith("Mix.MinMax() has no part.", Assert.Throws<DeclarationException>(() => Contexture.Learn(Rows, _ => Mix.MinMax<int>())).Message, StringComparison.Ordinal);
    }

    /// <summary>d − Σ ‖T*μᵢ‖² of one part under the functions of a mix, from the rows.</summary>
    private static double Loss(double firm, string part)
    {
        var learned = Contexture.Learn(Rows, rows => Mix.Convex<int>((firm, Firm(rows)), (1 - firm, Loose(rows))), options: Exactly);
        var loss = 2.0;
        foreach (var group in Rows.GroupBy(row => part == "firm" ? row.Firm : row.Loose))
            for (var i = 0; i < 2; i++)
            {
                var mean = group.Average(row => learned.Encoder[row.X][i]);
                loss -= (double)group.Count() / Rows.Length * mean * mean;
            }
        return loss;
    }
}
