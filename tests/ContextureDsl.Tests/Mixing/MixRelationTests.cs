using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Tests.Mixing;

/// <summary>What the theory says of a mix beside its parts: inequalities between the spectra on random contexts and mixes of such, and mixes that are something simpler.</summary>
public class MixRelationTests
{
    private const double Rounding = 1e-9;

    private static readonly LearnOptions Exactly = new() { Precision = Precision.Double, Tolerance = 1e-12, RarePairs = RarePairs.Keep, Population = Population.Mixture };

    private static readonly Gen<MixNode> Inner = Gen.Frequency((2, MixGen.Any(0)), (1, MixGen.Any(1)));

    private sealed record Row(int X, int A, double Weight = 1)
    {
        public int Coin { get; init; }
    }

    [Fact]
    public void A_convolution_is_weaker_than_its_factors() =>
        Gen.Select(Inner, Inner, Gen.Int).Sample((one, two, seed) =>
        {
            var (values, parts) = Spectra(new MixNode.Convolved(one, null, two), seed, one, two);
            var (first, last) = (parts[0], parts[1]);
            var (product, bound) = (1.0, 1.0);
            for (var i = 0; i < values.Length; i++)
            {
                AtMost(values[i], Math.Min(first[i] * first[i], last[i]));
                for (var j = 0; i + j < values.Length; j++) AtMost(values[i + j], first[i] * first[i] * last[j]);
                AtMost(product *= values[i], bound *= first[i] * first[i] * last[i]);
            }
        }, iter: 350);

    [Fact]
    public void A_tagged_mix_is_between_its_parts() =>
        Gen.Select(Inner, Inner, Gen.Double[0.05, 0.95], Gen.Int).Sample((one, two, weight, seed) =>
        {
            var (values, parts) = Spectra(new MixNode.Convex((weight, one), (1 - weight, two)), seed, one, two);
            var (sum, bound) = (0.0, 0.0);
            for (var i = 0; i < values.Length; i++)
            {
                var squares = (One: parts[0][i] * parts[0][i], Two: parts[1][i] * parts[1][i]);
                AtMost(Math.Max(weight * squares.One, (1 - weight) * squares.Two), values[i] * values[i]);
                AtMost(sum += values[i] * values[i], bound += weight * squares.One + (1 - weight) * squares.Two);
            }
            // χ² of the mix is exactly the mean of theirs.
            Assert.Equal(bound, sum, Rounding);
            AtMost(values[0], Math.Max(parts[0][0], parts[1][0]));
        }, iter: 350);

    [Fact]
    public void Not_telling_which_is_never_stronger() =>
        Gen.Select(MixGen.Values(1), MixGen.Values(1), Gen.Double[0.05, 0.95], Gen.Int).Sample((one, two, weight, seed) =>
        {
            var untagged = Spectra(new MixNode.Average((weight, one), (1 - weight, two)), seed).Mix;
            var tagged = Spectra(new MixNode.Convex((weight, one), (1 - weight, two)), seed).Mix;
            for (var i = 0; i < tagged.Length; i++) AtMost(untagged[i], tagged[i]);
        }, iter: 200);

    [Fact]
    public void Both_at_once_is_stronger_than_each_and_than_every_tagged_mix() =>
        Gen.Select(MixGen.Values(1), MixGen.Values(1), Gen.Double[0.01, 0.99], Gen.Int).Sample((one, two, weight, seed) =>
        {
            var (values, parts) = Spectra(new MixNode.Joint(one, two), seed, one, two, new MixNode.Convex((weight, one), (1 - weight, two)));
            for (var i = 0; i < values.Length; i++)
                foreach (var part in parts) AtMost(part[i], values[i]);
        }, iter: 250);

    [Fact]
    public void Independent_factors_give_all_products() =>
        Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            var (rows, columns) = (random.Next(2, 5), random.Next(2, 4));
            double[,] Law(int n) => Tables.Positive(random, n, random.Next(2, 5));
            var (one, two) = (Law(rows), Law(columns));
            var events = from x in Enumerable.Range(0, rows * columns) select x;
            Context<int, int> Channel(Events<int> inputs, Func<int, int> half, double[,] law) => inputs.Input(x => x).Channel(x => Tables.Law(law, half(x)));
            Learned<int> Learn(Func<Events<int>, Definition<int>> define) => Contexture.Learn(events, define, options: Exactly);
            double[] Values(Func<Events<int>, Definition<int>> define) => [1, .. Learn(define).Spectrum.Values];
            var products = from s in Values(inputs => Channel(inputs, x => x / columns, one)) from t in Values(inputs => Channel(inputs, x => x % columns, two)) select s * t;
            var both = Learn(inputs => Mix.Joint(Channel(inputs, x => x / columns, one), Channel(inputs, x => x % columns, two))).Spectrum.Values;
            foreach (var (expected, found) in products.OrderDescending().Skip(1).Zip(both)) Assert.Equal(expected, found, expected < 1e-6 ? 1e-7 : 1e-9);
        }, iter: 60);

    [Fact]
    public void A_context_mixed_with_itself_is_itself() =>
        Gen.Select(MixGen.Any(2), Gen.Double[0.1, 0.9], Gen.Int).Sample((mix, weight, seed) =>
            Same(Learn(mix, seed), Learn(new MixNode.Convex((weight, mix), (1 - weight, mix)), seed)), iter: 150);

    [Fact]
    public void The_order_of_a_convex_mix_does_not_matter() =>
        Gen.Select(MixGen.Any(1).Array[2, 4], Gen.Double[0.1, 2].Array[4], Gen.Int).Sample((nodes, weights, seed) =>
        {
            var parts = nodes.Select((node, i) => (weights[i], node)).ToArray();
            Same(Learn(new MixNode.Convex(parts), seed), Learn(new MixNode.Convex([.. parts.Reverse()]), seed));
        }, iter: 150);

    [Fact]
    public void A_convolution_with_the_identity_is_the_other_factor()
    {
        var rows = Tables.Rows(6, 4, seed: 3);
        var plain = Learn(rows, events => events.Input(row => row.X).Context(row => row.A).Weight(row => row.Weight));
        Context<int, int> Identity(Events<Row> events) => events.Input(row => row.X).Context(row => row.X).Weight(row => row.Weight);
        Context<int, int> Known(Events<Row> events) => events.Input(row => row.X).Context(row => row.A).Weight(row => row.Weight);
        Same(plain, Learn(rows, events => Mix.Convolve(Identity(events), then: Known(events))));
        Same(plain, Learn(rows, events => Mix.Convolve(Identity(events), Identity(events), then: Known(events))));
        // There and back through the context, and then the input itself: the half step.
        Same(Learn(rows, events => Known(events).Smooth()), Learn(rows, events => Mix.Convolve(Known(events), then: Identity(events))));
        // The identity may have several values for an input; what matters is that a value has one input.
        Same(plain, Learn(rows, events => Mix.Convolve(events.Input(row => row.X).Context(row => (row.X, row.A % 2)).Weight(row => row.Weight), then: Known(events))));
    }

    [Fact]
    public void Two_looks_at_a_function_of_the_input_are_one_look()
    {
        var rows = Tables.Rows(8, 4, seed: 5);
        Context<int, int> Label(Events<Row> events) => events.Input(row => row.X).Context(row => row.X % 3);
        Same(Learn(rows, Label), Learn(rows, events => Mix.Joint(Label(events), Label(events))));
        // Otherwise two draws say more than one: of a bit that is seen with correlation a, 2a²/(1 + a²).
        (int X, int A, double Weight)[] bit = [(0, 0, 0.45), (0, 1, 0.05), (1, 0, 0.05), (1, 1, 0.45)];
        Context<int, int> Seen(Events<(int X, int A, double Weight)> events) => events.Input(row => row.X).Context(row => row.A).Weight(row => row.Weight);
        var (one, two) = (Contexture.Learn(bit, Seen, options: Exactly), Contexture.Learn(bit, events => Mix.Joint(Seen(events), Seen(events)), options: Exactly));
        Assert.Equal(0.8, one.Spectrum.Values[0], 1e-12);
        Assert.Equal(Math.Sqrt(2 * 0.64 / 1.64), two.Spectrum.Values[0], 1e-12);
        // A bit has one function only, so that here the functions are the same.
        Assert.Equal(Math.Abs(one.Encoder[0][0]), Math.Abs(two.Encoder[0][0]), 1e-6);
    }

    [Theory]
    [InlineData("convolve first")]
    [InlineData("convolve last")]
    [InlineData("convex")]
    [InlineData("joint")]
    [InlineData("average")]
    public void A_value_that_a_coin_splits_changes_nothing(string kind)
    {
        // Every pair twice, with a coin of two to one that knows nothing of the input.
        var rows = Tables.Rows(7, 4, seed: 9).SelectMany(row => (Row[])[row with { Weight = 2 * row.Weight }, row with { Coin = 1 }]).ToArray();
        Context<int, int> Other(Events<Row> events) => events.Input(row => row.X).Context(row => (row.X + row.A) % 3).Weight(row => row.Weight);
        Definition<int> Mixed(Events<Row> events, bool isSplit)
        {
            var context = events.Input(row => row.X).Context(row => row.A + (isSplit ? 100 * row.Coin : 0)).Weight(row => row.Weight);
            return kind switch
            {
                "convolve first" => Mix.Convolve(context, then: Other(events)),
                "convolve last" => Mix.Convolve(Other(events), then: context),
                "convex" => Mix.Convex<int>((0.3, context), (0.7, Mix.Convolve(context, then: Other(events)))),
                "joint" => Mix.Joint(context, Other(events)),
                _ => Mix.Average(context, Mix.Convolve(Other(events), then: context)),
            };
        }
        Same(Learn(rows, events => Mixed(events, isSplit: false)), Learn(rows, events => Mixed(events, isSplit: true)));
    }

    private static Learned<int> Learn(MixNode mix, int seed) => new MixTables(seed).Learn(mix, Exactly);

    private static Learned<int> Learn(Row[] rows, Func<Events<Row>, Definition<int>> define) => Contexture.Learn(rows, define, options: Exactly);

    /// <summary>The values of a learnt mix, and of its parts under its P_X by the oracle.</summary>
    private static (double[] Mix, double[][] Parts) Spectra(MixNode mix, int seed, params MixNode[] parts)
    {
        var tables = new MixTables(seed);
        var (inputs, laws) = tables.Dense(mix);
        var values = new double[inputs.Length - 1];
        tables.Learn(mix, Exactly).Spectrum.Values.Take(values.Length).ToArray().CopyTo(values, 0);
        return (values, [.. parts.Select(part => part.Dense(laws).Values)]);
    }

    private static void AtMost(double value, double bound) => Assert.True(value <= bound + Rounding, FormattableString.Invariant($"{value:R} is above {bound:R}"));

    /// <summary>The same values and the same kernel, which is the same functions wherever they are determined.</summary>
    private static void Same(Learned<int> one, Learned<int> other)
    {
        Assert.Equal(one.Encoder.Known.Order(), other.Encoder.Known.Order());
        for (var i = 0; i < Math.Max(one.Rank, other.Rank); i++)
        {
            var (left, right) = (i < one.Rank ? one.Spectrum.Values[i] : 0, i < other.Rank ? other.Spectrum.Values[i] : 0);
            Assert.True(Math.Abs(left - right) < 1e-9 || Math.Abs(left * left - right * right) < 1e-15, FormattableString.Invariant($"s{i + 1} is {left:R} and {right:R}"));
        }
        Assert.True((Kernel(one) - Kernel(other)).Enumerate().Max(Math.Abs) < 1e-9);
    }

    private static Matrix<double> Kernel(Learned<int> learned)
    {
        var scaled = learned.Encoder.With(Embedding.Scaled);
        var rows = learned.Encoder.Known.Order().Select(x =>
        {
            var row = new double[learned.Rank];
            Assert.True(scaled.TryEmbed(x, row));
            return row.Select(value => value * Math.Sqrt(scaled.Marginal(x))).ToArray();
        });
        var points = Matrix<double>.Build.DenseOfRowArrays(rows);
        return points.TransposeAndMultiply(points);
    }

    private static class Tables
    {
        public static double[,] Positive(Random random, int rows, int columns)
        {
            var table = new double[rows, columns];
            for (var x = 0; x < rows; x++)
                for (var a = 0; a < columns; a++) table[x, a] = 0.05 + random.NextDouble();
            return table;
        }

        public static IEnumerable<(int, double)> Law(double[,] table, int x)
        {
            var row = Enumerable.Range(0, table.GetLength(1)).Select(a => table[x, a]).ToArray();
            return row.Select((weight, a) => (a, weight / row.Sum()));
        }

        public static Row[] Rows(int inputs, int values, int seed)
        {
            var random = new Random(seed);
            return [.. from x in Enumerable.Range(0, inputs) from a in Enumerable.Range(0, values) select new Row(x, a, 0.1 + random.NextDouble())];
        }
    }
}
