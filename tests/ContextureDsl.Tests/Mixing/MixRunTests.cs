using ContextureDsl.Tests.Execution;

namespace ContextureDsl.Tests.Mixing;

/// <summary>A mix that is too large for the dense path and for one range of work: the same bits for any number of threads, told of, and stopped.</summary>
public class MixRunTests
{
    private const int Rank = 5;

    private static readonly (int Product, int Basket)[] Groups = Rows.Groups(3000, 2500, 40_000);

    private static Context<int> Nested(Events<(int Product, int Basket)> rows)
    {
        var basket = rows.Input(r => r.Product).Context(r => r.Basket).Named("basket");
        var shelf = rows.Where(r => r.Product % 5 != 0).Input(r => r.Product).Context(r => r.Basket * 7 % 1501).Named("shelf");
        var aisle = rows.Input(r => r.Product).Context(r => r.Basket % 40).Named("aisle");
        return Mix.Convex<int>((0.4, basket), (0.3, Mix.Convolve(basket, then: Mix.Average(basket, shelf))), (0.3, Mix.Convolve(Mix.Joint(aisle, aisle), then: shelf)));
    }

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void Any_number_of_threads_gives_the_same_bits(Precision precision)
    {
        var one = Learn(Nested, 1, precision);
        Assert.NotEqual(0, one.Spectrum.Iterations);
        Assert.True(one.Spectrum.Converged);
        foreach (var threads in (int[])[1, 2, 3]) Assert.True(Bits(one).AsSpan().SequenceEqual(Bits(Learn(Nested, threads, precision))), $"{threads} threads gave other bits");
    }

    [Fact]
    public void So_do_concatenations_and_weights_that_are_learnt()
    {
        static Definition<int> Both(Events<(int Product, int Basket)> rows) => Mix.Concatenate<int>(
            Mix.MinMax<int>(2, 0.3, rows.Input(r => r.Product).Context(r => r.Basket), rows.Input(r => r.Product).Context(r => r.Basket % 40)), rows.Input(r => r.Product).Context(r => r.Basket % 7).Smooth());
        Assert.True(Bits(Learn(Both, 1, Precision.Single)).AsSpan().SequenceEqual(Bits(Learn(Both, 3, Precision.Single))));
    }

    [Fact]
    public void Progress_is_told()
    {
        var told = new Recorded();
        var learned = Contexture.Learn(Groups, Nested, Rank, progress: told);
        var rounds = told.Reports.Where(report => report.Stage == "decomposing").ToArray();
        Assert.Equal(Enumerable.Range(1, learned.Spectrum.Iterations).Select(round => (long)round), rounds.Select(report => report.Done));
        told = new();
        Contexture.Learn(Groups, rows => Mix.MinMax<int>(3, 0.3, rows.Input(r => r.Product).Context(r => r.Basket % 40), rows.Input(r => r.Product).Context(r => r.Basket % 7)), Rank, progress: told);
        Assert.Equal([(0, 3), (1, 3), (2, 3)], told.Reports.Where(report => report.Stage == "weights").Select(report => (report.Done, report.Total!.Value)));
    }

    [Fact]
    public void A_token_stops_it_within_a_round()
    {
        foreach (var stage in (string[])["counting", "decomposing"])
        {
            using var source = new CancellationTokenSource();
            var told = new Recorded(report =>
            {
                if (report.Stage == stage) source.Cancel();
            });
            Assert.Throws<OperationCanceledException>(() => Contexture.Learn(Groups, Nested, Rank, progress: told, cancellationToken: source.Token));
            Assert.Equal(stage, told.Reports[^1].Stage);
            Assert.Single(told.Reports, report => report.Stage == stage);
        }
        using var weights = new CancellationTokenSource();
        var rounds = new Recorded(report =>
        {
            if (report is { Stage: "weights", Done: 1 }) weights.Cancel();
        });
        Assert.Throws<OperationCanceledException>(() => Contexture.Learn(
            Groups, rows => Mix.MinMax<int>(rows.Input(r => r.Product).Context(r => r.Basket), rows.Input(r => r.Product).Context(r => r.Basket % 7)), Rank, progress: rounds, cancellationToken: weights.Token));
        Assert.Equal(("weights", 1L), (rounds.Reports[^1].Stage, rounds.Reports[^1].Done));
    }

    private static Learned<int> Learn(Func<Events<(int Product, int Basket)>, Definition<int>> define, int threads, Precision precision) =>
        Contexture.Learn(Groups, define, Rank, new() { Threads = threads, Precision = precision });

    private static long[] Bits(Learned<int> learned) => [.. learned.Spectrum.Values.Concat(learned.Spectrum.Residuals).Concat(learned.Encoder.Known.SelectMany(x => Vectors.Of(learned.Encoder, x)))
        .Concat(learned.Content.Right.Concat(learned.Content.Entries).SelectMany(Numbers)).Select(BitConverter.DoubleToInt64Bits)];

    private static IEnumerable<double> Numbers(VariableFunctions functions)
    {
        var row = new double[functions.Functions.Rank];
        for (var a = 0; a < functions.Functions.Count; a++)
        {
            Array.Clear(row);
            functions.Functions.AddRow(a, 1, row);
            foreach (var value in row) yield return value;
        }
    }
}
