using ContextureDsl.Tests.Mixing;
using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Conformance.Mixes;

/// <summary>Mixes over two sources: they run compiled as a whole, and the result is the interpreter's, and that of the dense oracle.</summary>
public sealed class MixedTests
{
    private static readonly LearnOptions Exact = new() { Precision = Precision.Double, Tolerance = 1e-12, RarePairs = RarePairs.Keep };

    [Fact]
    public void A_convolution() => Agrees(new Mixed.Convolved().Learn, laws => laws.Weighed.Then(laws.Shop), shares: [0.5, 0.5], weighed: true, shops: _ => true);

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void An_average(double share) => Agrees(new Mixed.Averaged(share).Learn, laws => DenseLaw.Average((share, laws.Place), (1 - share, laws.SoldPlace)), shares: [share, 1 - share], weighed: false, shops: _ => true);

    [Fact]
    public void Two_values_at_once() => Agrees(new Mixed.SeenAtOnce().Learn, laws => laws.Place.With(laws.Shop), shares: [0.5, 0.5], weighed: false, shops: shop => shop != 2);

    [Theory]
    [InlineData(1)]
    [InlineData(0.1)]
    public void A_nested_mix(double share)
    {
        var total = share + 1.5;
        // Of the convolutions both factors count equally, and of the mix within the last one both parts.
        double[] shares = [(share + 0.5 + 0.375) / total, (0.5 + 0.125) / total];
        Agrees(
            new Mixed.Nested(share).Learn,
            laws => DenseLaw.Convex((share / total, laws.Weighed), (1 / total, laws.Weighed.Then(laws.Shop)), (0.5 / total, DenseLaw.Convex((0.5, laws.Weighed), (0.5, laws.Shop)).Then(laws.Weighed))),
            shares, weighed: true, shops: _ => true);
    }

    private delegate Learned<int> Learn(IEnumerable<Sight> sights, IEnumerable<Sold> sold, LearnOptions? options, IProgress<LearnProgress>? progress, CancellationToken cancellationToken);

    private sealed record Laws(DenseLaw Place, DenseLaw Weighed, DenseLaw SoldPlace, DenseLaw Shop);

    private static void Agrees(Learn learn, Func<Laws, DenseLaw> mix, double[] shares, bool weighed, Func<int, bool> shops)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (sights, sold) = Rows(seed);
            var compiled = learn(sights, sold, Exact, null, default);
            var interpreted = learn(sights, sold, Exact with { Interpreted = true }, null, default);
            Assert.Equal(interpreted.Parts, compiled.Parts);
            // The plans are for single precision: in double the parts are compiled, and the operator is the library's.
            var lines = compiled.Compilation.Parts.Take(compiled.Parts.Count).ToArray();
            Assert.Equal(["the mix: its operator is the library's"], compiled.Compilation.Parts.Skip(compiled.Parts.Count));
            Assert.True(compiled.Compilation.Whole, compiled.Compilation.ToString());
            Assert.False(interpreted.Compilation.Whole);
            Assert.All(lines, line => Assert.Contains(": compiled", line, StringComparison.Ordinal));
            Assert.All(interpreted.Compilation.Parts, line => Assert.DoesNotContain(": compiled", line, StringComparison.Ordinal));
            Assert.Equal(interpreted.Rank, compiled.Rank);
            for (var i = 0; i < compiled.Rank; i++) Assert.True(Near(interpreted.Spectrum.Values[i], compiled.Spectrum.Values[i], 1e-12), $"{interpreted.Spectrum.Values[i]:R} and {compiled.Spectrum.Values[i]:R}");
            var kernel = Kernel(interpreted);
            Assert.True((kernel - Kernel(compiled)).Enumerate().Max(Math.Abs) < 1e-12);

            var law = mix(LawsOf(sights, [.. sold.Where(row => shops(row.Shop))], shares, weighed));
            for (var i = 0; i < law.Values.Length; i++) Assert.True(Near(law.Values[i], i < compiled.Rank ? compiled.Spectrum.Values[i] : 0, 1e-9), $"seed {seed}: s{i + 1} is {law.Values[i]:R}");
            Assert.True((law.Deflated.TransposeAndMultiply(law.Deflated) - kernel).Enumerate().Max(Math.Abs) < 1e-9);
        }
    }

    private static bool Near(double one, double other, double tolerance) => Math.Abs(one - other) <= tolerance || Math.Abs(one * one - other * other) <= 1e-15;

    private static Laws LawsOf(Sight[] sights, Sold[] sold, double[] shares, bool weighed)
    {
        int[] inputs = [.. sights.Select(row => row.Item).Concat(sold.Select(row => row.Item)).Distinct().Order()];
        var first = inputs.Select(x => sights.Where(row => row.Item == x).Sum(row => weighed ? row.Weight : 1.0)).ToArray();
        var second = inputs.Select(x => (double)sold.Count(row => row.Item == x)).ToArray();
        var p = inputs.Select((_, i) => shares[0] * first[i] / first.Sum() + shares[1] * second[i] / second.Sum()).ToArray();
        DenseLaw Law<TRow>(TRow[] rows, Func<TRow, int> item, Func<TRow, object> value, Func<TRow, double> weight)
        {
            var keys = rows.Select(value).Distinct().ToArray();
            return DenseLaw.Of([.. inputs.Cast<object>()], p, Matrix<double>.Build.Dense(inputs.Length, keys.Length, (x, a) => rows.Where(row => item(row) == inputs[x] && value(row).Equals(keys[a])).Sum(weight)), keys);
        }
        return new(
            Law(sights, row => row.Item, row => row.Place, _ => 1), Law(sights, row => row.Item, row => row.Place, row => row.Weight),
            Law(sold, row => row.Item, row => row.Place, _ => 1), Law(sold, row => row.Item, row => row.Shop, _ => 1));
    }

    private static Matrix<double> Kernel(Learned<int> learned)
    {
        var scaled = learned.Encoder.With(Embedding.Scaled);
        var points = Matrix<double>.Build.DenseOfRowArrays(scaled.Known.Order().Select(x =>
        {
            var row = new double[learned.Rank];
            Assert.True(scaled.TryEmbed(x, row));
            return row.Select(value => value * Math.Sqrt(scaled.Marginal(x))).ToArray();
        }).ToArray());
        return points.TransposeAndMultiply(points);
    }

    private static (Sight[] Sights, Sold[] Sold) Rows(int seed)
    {
        var random = new Random(seed);
        Sight[] sights = [new(0, "p0", 1), new(1, "p1", 1), .. Enumerable.Range(0, 40).Select(_ => new Sight(random.Next(8), $"p{random.Next(5)}", 0.5f + random.Next(4)))];
        Sold[] sold = [new(0, "p0", 0), new(1, "p2", 1), .. Enumerable.Range(0, 40).Select(_ => new Sold(2 + random.Next(8), $"p{random.Next(6)}", random.Next(4)))];
        return (sights, sold);
    }
}
