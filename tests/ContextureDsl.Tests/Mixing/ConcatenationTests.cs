using ContextureDsl.Tests.Execution;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Tests.Mixing;

/// <summary>Encoders side by side.</summary>
public class ConcatenationTests
{
    private static readonly LearnOptions Exactly = new() { Precision = Precision.Double, Tolerance = 1e-12, RarePairs = RarePairs.Keep, Population = Population.Mixture };

    private sealed record Row(int X, int A, int B);

    [Fact]
    public void The_functions_span_what_the_parts_span_with_the_values_of_the_documentation()
    {
        var checks = 0;
        Gen.Select(MixGen.Any(1).Array[2, 3], Gen.Int, Gen.Int[1, 3]).Sample((mixes, seed, most) =>
        {
            var tables = new MixTables(seed);
            // P_X of a concatenation is that of an equal convex mix.
            var together = new MixNode.Convex([.. mixes.Select(mix => (1.0, mix))]);
            var (inputs, all) = tables.Dense(together);
            DenseLaw[] laws = [.. mixes.Select(mix => mix.Dense(all))];
            var rank = Enumerable.Range(1, most).LastOrDefault(rank => laws.All(law => IsCutClearly(law.Values, rank)));
            if (rank == 0) return;
            var expected = Matrix<double>.Build.DenseOfColumnVectors(laws.SelectMany(law => law.Values.Take(rank).Select((value, i) => law.Svd.U.Column(i) * (value / Math.Sqrt(laws.Length))))).Svd();
            if (expected.S.Any(value => value is > 1e-9 and < 1e-4)) return;
            var independent = expected.S.Count(value => value > 1e-4);
            // All parts have functions enough, so that no rank is refused.
            var learned = Contexture.Learn(tables.Rows(0), tables.Rows(1), (even, odd) =>
            {
                var contexts = MixTables.Contexts(even, odd);
                return Mix.Concatenate<int>([.. mixes.Select(mix => mix.Declared(contexts))]);
            }, rank, Exactly);
            Assert.Equal(independent, learned.Rank);
            for (var i = 0; i < independent; i++) Assert.Equal(expected.S[i], learned.Spectrum.Values[i], 1e-9);
            var found = Orthonormal(learned, inputs);
            Assert.True((found.TransposeThisAndMultiply(found) - Matrix<double>.Build.DenseIdentity(independent)).Enumerate().Max(Math.Abs) < 1e-9);
            // Principal angles of zero: all cosines are one.
            var cosines = found.TransposeThisAndMultiply(expected.U.SubMatrix(0, inputs.Length, 0, independent)).Svd(computeVectors: false).S;
            Assert.All(cosines, cosine => Assert.Equal(1, cosine, 1e-9));
            Interlocked.Increment(ref checks);
        }, iter: 1000);
        Assert.True(checks > 900, $"{checks}");
    }

    /// <summary>Cut between values that are apart, and no tiny ones: the best rank is one choice among many otherwise.</summary>
    private static bool IsCutClearly(double[] values, int rank) => rank <= values.Length && values[rank - 1] >= 1e-3 && (rank == values.Length || values[rank - 1] - values[rank] >= 1e-3);

    [Fact]
    public void A_direction_that_parts_share_is_there_once()
    {
        Row[] rows = [.. from x in Enumerable.Range(0, 6) from i in Enumerable.Range(0, 3) select new Row(x, x % 3, (x + i * i) % 4)];
        Context<int, int> A(Events<Row> events) => events.Input(row => row.X).Context(row => row.A).Named("a");
        Context<int, int> B(Events<Row> events) => events.Input(row => row.X).Context(row => row.B).Named("b");
        var twice = Contexture.Learn(rows, events => Mix.Concatenate<int>(A(events), A(events).Smooth(), A(events)), options: Exactly);
        Assert.Equal(2, twice.Rank);
        // (1 + 1 + 1)/3 for a function of the input: smoothing does nothing to a value of one.
        Assert.All(twice.Spectrum.Values, value => Assert.Equal(1, value, 1e-12));
        var both = Contexture.Learn(rows, events => Mix.Concatenate<int>(A(events), B(events)), options: Exactly);
        // Fewer functions are the strongest ones.
        if (both.Spectrum.Plateaus.Count == 0) Assert.Equal(both.Spectrum.Values.Take(2), both.At(2).Spectrum.Values);
        // A concatenation within is flattened, and one part is itself.
        var nested = Contexture.Learn(rows, events => Mix.Concatenate<int>(A(events), Mix.Concatenate<int>(B(events), A(events))), options: Exactly);
        var flat = Contexture.Learn(rows, events => Mix.Concatenate<int>(A(events), B(events), A(events)), options: Exactly);
        Assert.Equal(flat.Spectrum.Values, nested.Spectrum.Values);
        Vectors.AssertClose(Contexture.Learn(rows, B, options: Exactly).Spectrum.Values, Contexture.Learn(rows, events => Mix.Concatenate<int>(B(events)), options: Exactly).Spectrum.Values, 1e-12);
    }

    [Fact]
    public void Every_part_is_guarded_by_itself()
    {
        // In the second context two inputs stand apart, each with a value of its own; the first one knows them.
        var random = new Random(1);
        Row[] rows = [.. from x in Enumerable.Range(0, 8) from _ in Enumerable.Range(0, 60) select new Row(x, random.Next(4) < 3 ? x % 4 : random.Next(4), x / 2 + random.Next(2)), new(8, 0, 100), new(9, 1, 101)];
        Context<int, int> First(Events<Row> events) => events.Input(row => row.X).Context(row => row.A).Named("first");
        Context<int, int> Second(Events<Row> events) => events.Input(row => row.X).Context(row => row.B).Named("second");
        var options = Exactly with { RarePairs = RarePairs.SetAside };
        var learned = Contexture.Learn(rows, events => Mix.Concatenate<int>(First(events), Second(events)), options: options);
        Assert.Equal((2, 2, 2), (learned.SetAside.Components, learned.SetAside.Inputs, learned.SetAside.Variables));
        Assert.True(learned.Encoder.Contains(8));
        Assert.False(learned.Variables<int>("second").Contains(100));
        Assert.True(learned.Spectrum.Values[0] < 1 - 1e-6);
        // The second part is as if it had never seen them.
        var without = Contexture.Learn(rows, events => Mix.Concatenate<int>(First(events), events.Where(row => row.X < 8).Input(row => row.X).Context(row => row.B).Named("second")), options: options);
        Vectors.AssertClose(without.Spectrum.Values, learned.Spectrum.Values, 1e-12);
        Assert.Contains("rare", Assert.Throws<RarePairsException>(() => Contexture.Learn(rows, events => Mix.Concatenate<int>(First(events), Second(events)), options: options with { RarePairs = RarePairs.Reject })).Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(SetAside.Nothing, Contexture.Learn(rows, events => Mix.Concatenate<int>(First(events), Second(events)), options: options with { RarePairs = RarePairs.Keep }).SetAside);
    }

    [Fact]
    public void A_part_gives_what_it_has()
    {
        Row[] rows = [.. from x in Enumerable.Range(0, 8) from i in Enumerable.Range(0, 5) select new Row(x, (x + i) % 2 * (i % 2), (x * x + i) % 7)];
        var learned = Contexture.Learn(rows, events => Mix.Concatenate<int>(events.Input(row => row.X).Context(row => row.A), events.Input(row => row.X).Context(row => row.B)), 4, Exactly);
        Assert.InRange(learned.Rank, 4, 5);
        Assert.StartsWith("Mix.Concatenate() has no part.", Assert.Throws<DeclarationException>(() => Mix.Concatenate<int>()).Message, StringComparison.Ordinal);
    }

    private static Matrix<double> Orthonormal(Learned<int> learned, int[] inputs) =>
        Matrix<double>.Build.DenseOfRowArrays(inputs.Select(x => Vectors.Of(learned.Encoder, x).Select(value => value * Math.Sqrt(learned.Encoder.Marginal(x))).ToArray()).ToArray());
}
