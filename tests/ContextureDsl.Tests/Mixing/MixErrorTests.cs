namespace ContextureDsl.Tests.Mixing;

/// <summary>Bad mixes, by their messages.</summary>
public class MixErrorTests
{
    private sealed record Row(int X, int A);

    private static readonly Row[] Rows = [.. from x in Enumerable.Range(0, 40) from a in Enumerable.Range(0, 12) where (x * a) % 5 != 1 select new Row(x, (a * a + x) % 30)];

    private static Context<int, int> A(Events<Row> rows) => rows.Input(row => row.X).Context(row => row.A).Named("a");

    private static Context<int, int> B(Events<Row> rows) => rows.Input(row => row.X).Context(row => row.A % 7).Named("b");

    private static Context<int, int> Constant(Events<Row> rows) => rows.Input(row => row.X).Context(_ => 1).Named("constant");

    [Theory]
    [InlineData(-1.0, "Part 2 of 2 of {0} has the weight -1. Weights are shares: finite and not negative.")]
    [InlineData(double.NaN, "Part 2 of 2 of {0} has the weight NaN. Weights are shares: finite and not negative.")]
    [InlineData(double.PositiveInfinity, "Part 2 of 2 of {0} has the weight Infinity. Weights are shares: finite and not negative.")]
    public void A_weight_that_is_none(double weight, string message)
    {
        Says<DeclarationException>(rows => Mix.Convex<int>((1, A(rows)), (weight, B(rows))), string.Format(null, message, "Mix.Convex"));
        Says<DeclarationException>(rows => Mix.Average((1, A(rows)), (weight, B(rows))), string.Format(null, message, "Mix.Average"));
    }

    [Fact]
    public void No_weight_at_all()
    {
        Says<DeclarationException>(rows => Mix.Convex<int>((0, A(rows)), (0, B(rows))), "The weights of Mix.Convex sum to 0.");
        Says<DeclarationException>(rows => Mix.Average((0, A(rows)), (0, B(rows))), "The weights of Mix.Average sum to 0.");
        Says<DeclarationException>(rows => Mix.Convolve(Mix.Average((0, A(rows)), (0, B(rows))), then: A(rows)), "The weights of Mix.Average sum to 0.");
        Says<DeclarationException>(rows => Mix.Average((double.MaxValue, A(rows)), (double.MaxValue, B(rows))), "The weights of Mix.Average sum to Infinity.");
    }

    [Fact]
    public void No_part()
    {
        Says<DeclarationException>(_ => Mix.Convex<int>(ReadOnlySpan<Context<int>>.Empty), "Mix.Convex() has no part.");
        Says<DeclarationException>(_ => Mix.Average<int, int>(ReadOnlySpan<Context<int, int>>.Empty), "Mix.Average() has no part.");
        Says<DeclarationException>(_ => Mix.Concatenate<int>(), "Mix.Concatenate() has no part.");
        Assert.Throws<ArgumentNullException>(() => Contexture.Learn(Rows, rows => Mix.Convolve(null!, then: A(rows))));
        Assert.Throws<ArgumentNullException>(() => Contexture.Learn(Rows, rows => Mix.Joint(A(rows), (Context<int, int>)null!)));
    }

    [Fact]
    public void A_joint_context_that_needs_too_much_memory()
    {
        var pairs = Rows.GroupBy(row => row.X).Sum(x => x.Select(row => row.A).Distinct().Count() * x.Select(row => row.A % 7).Distinct().Count());
        var values = Math.Min(pairs, Rows.Select(row => row.A).Distinct().Count() * Rows.Select(row => row.A % 7).Distinct().Count());
        // A pair stands in the table and in both orientations of the factor, a distinct pair of values in two dictionaries.
        var bytes = (36 * pairs) + (96 * values);
        var message = FormattableString.Invariant($"Mix.Joint of 'a' and 'b' has {pairs:N0} pairs of an input with both values, which need about {bytes:N0} bytes; the limit is {bytes - 1:N0}. Nothing was allocated.");
        Says<MemoryLimitException>(rows => Mix.Joint(A(rows), B(rows)), message, new() { MemoryLimit = bytes - 1 });
        Says<MemoryLimitException>(rows => Mix.Convolve(A(rows), then: Mix.Joint(A(rows), B(rows))), message, new() { MemoryLimit = bytes - 1 });
        Says<MemoryLimitException>(rows => Mix.Concatenate<int>(A(rows), Mix.Joint(A(rows), B(rows))), message, new() { MemoryLimit = bytes - 1 });
        Says<MemoryLimitException>(rows => Mix.Joint(A(rows), B(rows).Smooth()), "Mix.Joint needs the law of 'input', a mix, written down; after 16 of 40 inputs it has", new() { MemoryLimit = 1000 });
        Assert.Equal(29, Contexture.Learn(Rows, rows => Mix.Joint(A(rows), B(rows)), 29, new() { MemoryLimit = bytes }).Rank);
    }

    /// <summary>What would not fit is refused before anything is allocated.</summary>
    [Fact]
    public void It_is_refused_before_anything_is_allocated()
    {
        Row[] wide = [.. from x in Enumerable.Range(0, 20) from a in Enumerable.Range(0, 2000) select new Row(x, a)];
        var options = new LearnOptions { MemoryLimit = 1 << 20 };
        Learned<int> Learn(Func<Events<Row>, Definition<int>> define) => Contexture.Learn(wide, define, 2, options);
        long Bytes(Func<Events<Row>, Definition<int>> define, bool isRefused)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            if (isRefused) Assert.Throws<MemoryLimitException>(() => Learn(define));
            else Learn(define);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        // 20 · 2000² pairs would take 2.2 GB.
        Assert.InRange(Bytes(rows => Mix.Joint(A(rows), A(rows)), isRefused: true), 0, 40L << 20);
    }

    [Fact]
    public void A_constant_context()
    {
        foreach (var define in (Func<Events<Row>, Definition<int>>[])[
            rows => Mix.Convolve(Constant(rows), then: A(rows)), rows => Mix.Convolve(A(rows), then: Constant(rows)), rows => Constant(rows).Smooth(), rows => Mix.Concatenate<int>(A(rows), Mix.Convolve(Constant(rows), then: A(rows)))])
            Says<DegenerateContextException>(define, "Nothing but the constant function is left of the mix: the part 'constant' has one context value, and a convolution is never stronger than its weakest factor.");
        // In a sum it takes nothing away from the others.
        Assert.Equal(6, Contexture.Learn(Rows, rows => Mix.Convex<int>(Constant(rows), B(rows)), options: new() { RarePairs = RarePairs.Keep }).Rank);
        Assert.Equal(6, Contexture.Learn(Rows, rows => Mix.Joint(Constant(rows), B(rows))).Rank);
        Assert.Equal(6, Contexture.Learn(Rows, rows => Mix.Average(Constant(rows), B(rows))).Rank);
    }

    [Fact]
    public void A_rank_that_is_too_large()
    {
        Says<RankException>(rows => Mix.Convolve(A(rows), then: B(rows)), "Rank = 7, but this mix of 40 inputs has at most 6 functions after the constant one.", new() { Rank = 7 });
        Says<RankException>(rows => Mix.Average(B(rows), Mix.Convolve(A(rows), then: B(rows))), "Rank = 7, but this mix of 40 inputs has at most 6 functions after the constant one.", new() { Rank = 7 });
        Says<RankException>(rows => A(rows).Smooth(), "Rank = 40, but this mix of 40 inputs has at most", new() { Rank = 40 });
        Assert.Equal(6, Contexture.Learn(Rows, rows => Mix.Average(B(rows), Mix.Convolve(A(rows), then: B(rows))), 6).Rank);
        // An encoder of a concatenation gives what it has; there may be fewer functions than are asked for.
        Assert.InRange(Contexture.Learn(Rows, rows => Mix.Concatenate<int>(B(rows), Mix.Convolve(A(rows), then: B(rows))), 30).Rank, 6, 12);
    }

    [Fact]
    public void An_operator_at_once_with_something()
    {
        var even = new LearnOptions { Population = Population.Uniform };
        Context<int, Corner> Teacher(Events<Row> rows) => rows.Where(row => row.A == row.X % 30).Input(row => row.X).Teacher(row => new double[] { row.X % 3, row.X % 5 }).Named("teacher");
        Says<DeclarationException>(rows => Mix.Joint(Teacher(rows), A(rows)), "Mix.Joint is made with 'teacher', an operator (Teacher, Target), whose weights have either sign", even);
        Says<DeclarationException>(rows => Mix.Joint(A(rows), Teacher(rows).Smooth()), "Mix.Joint is made with 'teacher'", even);
        // In a convolution it is one.
        Assert.InRange(Contexture.Learn(Rows, rows => Mix.Convolve(Teacher(rows), then: B(rows)), options: even).Spectrum.Values[0], 1e-3, 1);
    }

    [Fact]
    public void A_walk_on_a_mix_whose_values_are_no_inputs() =>
        Says<WalkException>(rows => Mix.Average(A(rows).Smooth(), rows.Input(row => row.X).Context(row => row.X + 1).Named("next")).Steps(2), "40");

    private static void Says<TException>(Func<Events<Row>, Definition<int>> define, string message, LearnOptions? options = null)
        where TException : ContextureException =>
        Assert.Contains(message, Assert.Throws<TException>(() => Contexture.Learn(Rows, define, options: options)).Message, StringComparison.Ordinal);
}
