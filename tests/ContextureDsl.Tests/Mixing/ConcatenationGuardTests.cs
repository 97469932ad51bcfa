namespace ContextureDsl.Tests.Mixing;

/// <summary>Each encoder of a concatenation sets its own tiny components aside; what was declared of inputs and of P_X is settled before that, for all of them.</summary>
public class ConcatenationGuardTests
{
    /// <summary>Two contexts that saw every input; in the first, the inputs 200 and 201 are tiny components of their own.</summary>
    private static readonly Row[] Rows =
    [
        .. Enumerable.Range(0, 4000).Select(i => new Row(i % 40, i * i % 7, i % 5)), .. Enumerable.Range(200, 2).SelectMany(x => new[] { new Row(x, x, 1), new Row(x, x, 3) }),
    ];

    private sealed record Row(int X, int A, int B);

    [Fact]
    public void What_one_encoder_sets_aside_is_not_unseen()
    {
        var learned = Contexture.Learn(Rows, Both, options: new() { Unseen = Unseen.Reject });
        Assert.Equal(new Overlap(42, 42, 0), learned.Overlap);
        Assert.Equal((2, 2), (learned.SetAside.Components, learned.SetAside.Inputs));
        Assert.Equal(42, learned.Encoder.Count);
        Assert.Equal(42, Contexture.Learn(Rows, Both, options: new() { Unseen = Unseen.Drop }).Encoder.Count);
    }

    [Fact]
    public void The_first_part_of_the_whole_says_which_inputs_there_are()
    {
        // The inputs 0 to 9 have no value of A; a stray in the second encoder changes nothing of who is known.
        static Definition<int> Three(Events<Row> rows) => Mix.Concatenate<int>(
            rows.Where(row => row.X >= 10).Input(row => row.X).Context(row => row.B), Mix.Convex<int>(rows.Where(row => row.X < 30).Input(row => row.X).Context(row => row.B), rows.Input(row => row.X).Context(row => row.A)));
        var learned = Contexture.Learn(Rows, Three, options: new() { Population = Population.First });
        Assert.Equal(10, learned.Overlap.LeftOut);
        Assert.Equal(Rows.Select(row => row.X).Where(x => x >= 10).Distinct().Order(), learned.Encoder.Known.Order());
    }

    [Fact]
    public void Going_there_and_back_again_and_again_squares_the_values_each_time()
    {
        var once = Contexture.Learn(Rows, rows => B(rows), options: new() { Precision = Precision.Double });
        var often = Contexture.Learn(Rows, rows => B(rows).Smooth().Smooth().Smooth().Smooth().Smooth().Smooth().Smooth().Smooth().Smooth(), once.Rank, new() { Precision = Precision.Double });
        for (var i = 0; i < once.Rank; i++) Assert.Equal(Math.Pow(once.Spectrum.Values[i], 512), often.Spectrum.Values[i], 1e-9);
    }

    private static Definition<int> Both(Events<Row> rows) => Mix.Concatenate<int>(rows.Input(row => row.X).Context(row => row.A), B(rows));

    private static Context<int, int> B(Events<Row> rows) => rows.Input(row => row.X).Context(row => row.B);
}
