namespace ContextureDsl.Tests.Kinds;

/// <summary>Random numbers of a draw: range, evenness, and what they depend on.</summary>
public class DrawTests
{
    [Fact]
    public void Equal_seed_content_and_number_give_equal_sequences()
    {
        Assert.Equal(Sequence(Draw.Of(1, 2, 3)), Sequence(Draw.Of(1, 2, 3)));
        Assert.NotEqual(Sequence(Draw.Of(1, 2, 3)), Sequence(Draw.Of(1, 2, 4)));
        Assert.NotEqual(Sequence(Draw.Of(1, 2, 3)), Sequence(Draw.Of(1, 3, 3)));
        Assert.NotEqual(Sequence(Draw.Of(1, 2, 3)), Sequence(Draw.Of(2, 2, 3)));
    }

    /// <summary>A change would change every sampled result.</summary>
    [Fact]
    public void The_sequence_is_what_it_always_was() => Assert.Equal([0.27197446417227711, 0.083982974349515405], Sequence(Draw.Of(0, 0, 0)).Take(2));

    [Fact]
    public void Whole_numbers_are_even()
    {
        // 60,000 throws of a die: each side 10,000 with a deviation of 91; five deviations.
        var sides = new int[6];
        for (var i = 0; i < 60_000; i++) sides[Draw.Of(5, 9, i).Next(6)]++;
        Assert.All(sides, side => Assert.InRange(side, 10_000 - 456, 10_000 + 456));
        Assert.All(Enumerable.Range(0, 50), i => Assert.Equal(0, Draw.Of(5, 9, i).Next(1)));
        Assert.InRange(Draw.Of(1, 1, 1).Next(int.MaxValue), 0, int.MaxValue - 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => Draw.Of(1, 1, 1).Next(0));
    }

    [Fact]
    public void Normal_numbers_have_mean_zero_and_variance_one()
    {
        var numbers = Enumerable.Range(0, 40_000).Select(i => Draw.Of(5, 9, i).NextNormal()).ToArray();

        // The mean deviates by .005, the variance by .0071, the fourth moment by sqrt(96/40000) = .049; five deviations each.
        Assert.Equal(0, numbers.Average(), 0.025);
        Assert.Equal(1, numbers.Average(x => x * x), 0.036);
        Assert.Equal(3, numbers.Average(x => x * x * x * x), 0.25);
    }

    private static double[] Sequence(Draw draw) => [.. Enumerable.Range(0, 8).Select(_ => draw.NextDouble())];
}
