namespace ContextureDsl.Tests.Execution;

/// <summary>Rows that are many half-lives old weigh next to nothing; what is learnt about them is as good, relative to their own functions, as about any other row.</summary>
public class LightRowsTests
{
    private const int Recent = 40;

    private static readonly DateTimeOffset Latest = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);

    // Half-lives; more inputs than context values, and the other way round; the dense path, and the iteration.
    public static TheoryData<int, int, int> Cases => new() { { 60, 12, 9 }, { 60, 9, 12 }, { 190, 12, 9 }, { 190, 9, 12 }, { 60, 230, 200 }, { 60, 200, 230 }, { 190, 230, 200 }, { 190, 200, 230 } };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Single_precision_agrees_with_double_relative_to_every_row(int halfLives, int inputs, int variables)
    {
        var rows = Aged(halfLives, inputs, variables);
        var rank = Math.Min(4, Math.Min(inputs, variables) - 1);
        var single = Learn(rows, new() { Rank = rank, Tolerance = 1e-5 });
        var exact = Learn(rows, new() { Rank = rank, Precision = Precision.Double, Tolerance = 1e-10 });
        Assert.True(single.Spectrum.Converged, string.Join(' ', single.Spectrum.Residuals));
        Assert.Equal(0, single.Parts[0].Summary.NegligiblePairs);
        Assert.True(single.Encoder.Marginal("old input") < Math.Pow(2, -halfLives));
        Assert.True(single.Variables.Marginal("old context") < Math.Pow(2, -halfLives));
        Vectors.AssertClose(exact.Spectrum.Values, single.Spectrum.Values, 1e-5);
        AssertSameRows(exact.Encoder, single.Encoder);
        AssertSameRows(exact.Variables, single.Variables);
        AssertNeighbours(single.Encoder);
        AssertNeighbours(single.Variables);

        using var folder = new TemporaryFolder();
        single.Save(folder["light.learned"]);
        var loaded = Learned.Load<string, string>(folder["light.learned"]);
        Assert.Equal(Vectors.Bits(single), Vectors.Bits(loaded));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(190)]
    public void Old_rows_that_mostly_have_each_other_are_finite(int halfLives)
    {
        var old = Latest.AddDays(-halfLives);
        Sale[] rows = [.. Aged(halfLives, 12, 9), new("old input", "old context", 3, old), new("older input", "old context", 2, old), new("old input", "older context", 1, old)];
        foreach (var rank in new[] { 3, 10 })
        {
            var learned = Learn(rows, new() { Rank = rank });
            AssertNeighbours(learned.Encoder);
            AssertNeighbours(learned.Variables);
            using var folder = new TemporaryFolder();
            learned.Save(folder["light.learned"]);
            Assert.Equal(Vectors.Bits(learned), Vectors.Bits(Learned.Load<string, string>(folder["light.learned"])));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_no_precision_can_show_is_left_out_and_counted(bool interpreted)
    {
        var rows = Aged(210, 12, 9);
        var learned = Learn(rows, new() { Interpreted = interpreted });
        Assert.Equal(4, learned.Parts[0].Summary.NegligiblePairs);
        Assert.False(learned.Encoder.Contains("old input"));
        using var folder = new TemporaryFolder();
        learned.Save(folder["light.learned"]);
        Assert.Equal(4, Learned.Load<string, string>(folder["light.learned"]).Parts[0].Summary.NegligiblePairs);
    }

    /// <summary>Groups of recent rows, and an old input and an old context value, both seen with two recent ones.</summary>
    private static Sale[] Aged(int halfLives, int inputs, int variables)
    {
        var random = new Random(3);
        var rows = new List<Sale>();
        for (var x = 0; x < inputs; x++)
        {
            rows.Add(new($"p{x}", $"b{x % variables}", 1, Latest));
            for (var i = 0; i < Recent; i++) rows.Add(new($"p{x}", $"b{Near(random, x, variables)}", 1, Latest));
        }
        for (var a = 0; a < variables; a++) rows.Add(new($"p{a % inputs}", $"b{a}", 1, Latest));
        var old = Latest.AddDays(-halfLives);
        rows.AddRange([new("old input", "b0", 1, old), new("old input", "b1", 2, old), new("p0", "old context", 1, old), new("p2", "old context", 2, old)]);
        return [.. rows];
    }

    private static int Near(Random random, int x, int variables)
    {
        var a = random.Next(variables);
        return random.NextDouble() < 0.9 - 0.15 * (x % 5) ? Math.Min(variables - 1, a / 5 * 5 + x % 5) : a;
    }

    private static Learned<string, string> Learn(Sale[] rows, LearnOptions options) =>
        Contexture.Learn(rows, s => s.Input(x => x.Product!).Context(x => x.Basket!).Weight(x => x.Weight).Time(x => x.At, TimeSpan.FromDays(1)), options: options);

    // Functions are known to about the residual over the distance between values, 1e-5 / 0.01; signs agree where the heaviest row does.
    private static void AssertSameRows(Encoder<string> expected, Encoder<string> actual)
    {
        foreach (var value in expected.Known)
        {
            var (one, other) = (Vectors.Of(expected, value), Vectors.Of(actual, value));
            var length = Math.Sqrt(one.Sum(x => x * x));
            for (var k = 0; k < one.Length; k++)
                Assert.True(Math.Abs(Math.Abs(one[k]) - Math.Abs(other[k])) <= 1e-3 * length, FormattableString.Invariant($"{value}, function {k + 1}: expected {one[k]:R}, got {other[k]:R}"));
        }
    }

    private static void AssertNeighbours(Encoder<string> encoder)
    {
        foreach (var value in encoder.Known)
        {
            Assert.All(Vectors.Of(encoder, value), number => Assert.True(double.IsFinite(number)));
            Assert.All(encoder.Nearest(value, 3), neighbour => Assert.InRange(neighbour.Similarity, -1, 1));
        }
    }
}
