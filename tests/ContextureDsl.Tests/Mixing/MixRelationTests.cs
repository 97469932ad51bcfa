using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Tests.Mixing;

/// <summary>What the theory says of a mix beside its parts: inequalities between the spectra on random contexts and mixes of such, and mixes that are something simpler.</summary>
public class MixRelationTests
{
    private const double Rounding = 1e-9;

    private static readonly LearnOptions Exactly = new() { Precision = Precision.Double, Tolerance = 1e-12, RarePairs = RarePairs.Keep, Population = Population.Mixture };

    /// <summary>Enough for every relation, whatever the seed.</summary>
    private const int Cases = 1000;

    /// <summary>Parts of mixes of depth four at most.</summary>
    private static readonly Gen<MixNode> Inner = Gen.OneOf(MixGen.Any(0), MixGen.Any(1), MixGen.Any(2), MixGen.Any(3));

    private static readonly Gen<MixNode> InnerValues = Gen.OneOf(MixGen.Values(0), MixGen.Values(1), MixGen.Values(2), MixGen.Values(3));

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
        }, iter: Cases);

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
        }, iter: Cases);

    [Fact]
    public void Not_telling_which_is_never_stronger() =>
        Gen.Select(InnerValues, InnerValues, Gen.Double[0.05, 0.95], Gen.Int).Sample((one, two, weight, seed) =>
        {
            var (untagged, parts) = Spectra(new MixNode.Average((weight, one), (1 - weight, two)), seed, new MixNode.Convex((weight, one), (1 - weight, two)));
            for (var i = 0; i < untagged.Length; i++) AtMost(untagged[i], parts[0][i]);
        }, iter: Cases);

    [Fact]
    public void Both_at_once_is_stronger_than_each_and_than_every_tagged_mix() =>
        Gen.Select(InnerValues, InnerValues, Gen.Double[0.01, 0.99], Gen.Int).Sample((one, two, weight, seed) =>
        {
            var (values, parts) = Spectra(new MixNode.Joint(one, two), seed, one, two, new MixNode.Convex((weight, one), (1 - weight, two)));
            for (var i = 0; i < values.Length; i++)
                foreach (var part in parts) AtMost(part[i], values[i]);
        }, iter: Cases);

    [Fact]
    public void Independent_factors_give_all_products() =>
        Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            var (rows, columns) = (random.Next(2, 5), random.Next(2, 4));
            var (one, two) = (Tables.Positive(random, rows, random.Next(2, 5)), Tables.Positive(random, columns, random.Next(2, 5)));
            Context<int, int> Channel(Events<int> inputs, Func<int, int> half, double[,] law) => inputs.Input(x => x).Channel(x => Tables.Law(law, half(x)));
            double[] Values(double[,] law) => [1, .. Tables.Dense(law, [.. Enumerable.Repeat(1.0, law.GetLength(0))]).Values];
            var products = from s in Values(one) from t in Values(two) select s * t;
            var both = Contexture.Learn(Enumerable.Range(0, rows * columns), inputs => Mix.Joint(Channel(inputs, x => x / columns, one), Channel(inputs, x => x % columns, two)), options: Exactly).Spectrum.Values;
            foreach (var (expected, found) in products.OrderDescending().Skip(1).Zip(both)) Assert.True(AreNear(expected, found), FormattableString.Invariant($"{expected:R} and {found:R}"));
        }, iter: Cases);

    [Fact]
    public void A_context_mixed_with_itself_is_itself() =>
        Gen.Select(Inner, Gen.Double[0.1, 0.9], Gen.Int).Sample((mix, weight, seed) =>
        {
            var tables = new MixTables(seed);
            Is(mix.Dense(tables.Dense(mix).Laws), tables.Learn(new MixNode.Convex((weight, mix), (1 - weight, mix)), Exactly));
        }, iter: Cases);

    [Fact]
    public void The_order_of_a_convex_mix_does_not_matter() =>
        Gen.Select(Inner.Array[2, 4], Gen.Double[0.1, 2].Array[4], Gen.Int).Sample((nodes, weights, seed) =>
        {
            var tables = new MixTables(seed);
            var parts = nodes.Select((node, i) => (weights[i], node)).ToArray();
            var mix = new MixNode.Convex(parts);
            var expected = mix.Dense(tables.Dense(mix).Laws);
            Is(expected, tables.Learn(new MixNode.Convex([.. parts.Skip(1), parts[0]]), Exactly));
        }, iter: Cases);

    /// <summary>The place of the identity: first, twice, between, and last, where there and back is left.</summary>
    [Fact]
    public void A_convolution_with_the_identity_is_the_other_factor() =>
        Gen.Select(Inner, Inner, Gen.Int[0, 3], Gen.Int).Sample((mix, other, place, seed) =>
        {
            // Its inputs have the weights of the graph, so that a mix with the graph in its stead has the same P_X.
            var (tables, graph) = (new MixTables(seed), new MixNode.Part(MixGen.Graph));
            var (stead, expected) = place switch
            {
                0 => (new MixNode.Convolved(graph, null, mix), mix),
                1 => (new(graph, graph, mix), mix),
                2 => (new(mix, graph, other), new MixNode.Convolved(mix, null, other)),
                _ => (new(mix, null, graph), new MixNode.Smoothed(mix)),
            };
            var learned = Contexture.Learn(tables.Rows(0), tables.Rows(1), (even, odd) =>
            {
                // It may have several values for an input; what matters is that a value has one input.
                var identity = odd.Where(row => row.Part == MixGen.Graph).Input(row => row.X).Context(row => (row.X, row.A % 2)).Weight(row => row.Weight).Named("identity");
                var contexts = MixTables.Contexts(even, odd);
                var declared = mix.Declared(contexts);
                return place switch
                {
                    0 => Mix.Convolve(identity, then: declared),
                    1 => Mix.Convolve(identity, identity, then: declared),
                    2 => Mix.Convolve(declared, identity, then: other.Declared(contexts)),
                    _ => (Context<int>)Mix.Convolve(declared, then: identity),
                };
            }, options: Exactly);
            Is(expected.Dense(tables.Dense(stead).Laws), learned);
        }, iter: Cases);

    /// <summary>
    /// Two draws say more than one in general. They say the same where a value names a class of inputs, however blurred within the class; and the same functions, only stronger, where the class is sometimes
    /// kept back, where the context is the same around every input of a circle, and where two inputs leave no choice.
    /// </summary>
    [Theory]
    [InlineData("classes")]
    [InlineData("classes, there and back")]
    [InlineData("classes, kept back")]
    [InlineData("circle")]
    [InlineData("two inputs")]
    public void Two_looks_have_the_functions_of_one(string kind) =>
        Gen.Int.Sample(seed =>
        {
            var (random, keeps) = (new Random(seed), kind.StartsWith("classes", StringComparison.Ordinal) && kind != "classes, kept back");
            var law = kind switch
            {
                "circle" => Tables.Circle(random, random.Next(2, 8)),
                "two inputs" => Tables.Positive(random, 2, random.Next(2, 6)),
                _ => Tables.Classes(random, random.Next(3, 9), random.Next(2, 4), kind == "classes, kept back" ? 0.1 + 0.8 * random.NextDouble() : 0),
            };
            double[] weights = [.. Enumerable.Range(0, law.GetLength(0)).Select(_ => kind == "circle" ? 1 : 0.1 + random.NextDouble())];
            var learned = Contexture.Learn(Enumerable.Range(0, weights.Length), inputs =>
            {
                var seen = inputs.Input(x => x).Channel(x => Tables.Law(law, x)).Weight(x => weights[x]);
                return kind == "classes, there and back" ? Mix.Joint(seen.Smooth(), seen.Smooth()) : (Context<int>)Mix.Joint(seen, seen);
            }, options: Exactly);
            var one = Tables.Dense(law, weights);
            if (keeps) Is(one, learned);
            else Is(one.With(one), learned);
            // Self-adjoint operators have common functions exactly if they commute.
            var (single, both) = (one.Deflated.TransposeAndMultiply(one.Deflated), Kernel(learned));
            Assert.True((single * both - both * single).Enumerate().Max(Math.Abs) < 1e-9);
            foreach (var (less, more) in one.Values.Zip(learned.Spectrum.Values)) AtMost(less, more);
        }, iter: Cases);

    /// <summary>Every value of the counted parts is split by a coin that knows the value and nothing of the input.</summary>
    [Fact]
    public void Values_with_proportional_columns_are_as_one() =>
        Gen.Select(MixGen.Any(4).Select(WithSplitAverages), Gen.Int).Sample((mix, seed) =>
        {
            var (tables, random) = (new MixTables(seed), new Random(seed));
            double[] coins = [.. Enumerable.Range(0, 8).Select(_ => 0.1 + 0.8 * random.NextDouble())];
            IEnumerable<MixTables.Row> Split(int source) => tables.Rows(source).SelectMany(row => row.Part >= MixGen.Graph
                ? (MixTables.Row[])[row]
                : [row with { Weight = coins[row.A] * row.Weight }, row with { A = row.A + 100, Weight = (1 - coins[row.A]) * row.Weight }]);
            Is(mix.Dense(tables.Dense(mix).Laws), Contexture.Learn(Split(0), Split(1), (even, odd) => mix.Declared(MixTables.Contexts(even, odd)), options: Exactly));
        }, iter: Cases);

    /// <summary>An untagged mix adds columns of one value, so that it stays only where all its parts are split alike.</summary>
    private static MixNode WithSplitAverages(MixNode mix) => mix switch
    {
        MixNode.Part => mix,
        MixNode.Convex convex => new MixNode.Convex([.. convex.Parts.Select(part => (part.Weight, WithSplitAverages(part.Node)))]),
        MixNode.Average average => average.Parts.All(part => part.Node is MixNode.Part { Number: < MixGen.Graph }) ? average : WithSplitAverages(average.Parts[0].Node),
        MixNode.Convolved chain => new MixNode.Convolved(WithSplitAverages(chain.First), chain.Second is { } second ? WithSplitAverages(second) : null, WithSplitAverages(chain.Last)),
        MixNode.Smoothed smoothed => new MixNode.Smoothed(WithSplitAverages(smoothed.Node)),
        MixNode.Joint joint => new MixNode.Joint(WithSplitAverages(joint.First), WithSplitAverages(joint.Second)),
        MixNode.Walked walked => new MixNode.Walked(WithSplitAverages(walked.Step), walked.Law),
        _ => throw new ArgumentException(mix.ToString(), nameof(mix)),
    };

    /// <summary>The values of a learnt mix, and of its parts under its P_X by the oracle.</summary>
    /// <summary>A convolution through the identity within contexts that are seen at once: what it has seen is not what its last factor has.</summary>
    [Fact]
    public void The_identity_stays_where_it_says_who_was_seen()
    {
        var (first, second) = (new MixNode.Part(2), new MixNode.Part(4));
        var through = new MixNode.Convolved(second, null, first);
        var mix = new MixNode.Joint(through, through);
        // In these tables two steps of the fifth part lead back to where they started, and the third part never saw one of the inputs.
        var tables = new MixTables(76752771);
        Is(mix.Dense(tables.Dense(mix).Laws), tables.Learn(mix, Exactly));
    }

    private static (double[] Mix, double[][] Parts) Spectra(MixNode mix, int seed, params MixNode[] parts)
    {
        var tables = new MixTables(seed);
        var (inputs, laws) = tables.Dense(mix);
        var values = new double[inputs.Length - 1];
        tables.Learn(mix, Exactly).Spectrum.Values.Take(values.Length).ToArray().CopyTo(values, 0);
        return (values, [.. parts.Select(part => part.Dense(laws).Values)]);
    }

    /// <summary>A value of zero is the root of rounding.</summary>
    private static void AtMost(double value, double bound) =>
        Assert.True(value <= bound + Rounding || value * value <= bound * bound + Rounding * 1e-6, FormattableString.Invariant($"{value:R} is above {bound:R}"));

    private static bool AreNear(double one, double other) => Math.Abs(one - other) < Rounding || Math.Abs(one * one - other * other) < Rounding * 1e-6;

    /// <summary>The same values and the same kernel, which is the same functions wherever they are determined.</summary>
    private static void Is(DenseLaw expected, Learned<int> learned)
    {
        Assert.Equal(expected.Inputs.Cast<int>(), learned.Encoder.Known.Order());
        var values = expected.Values;
        Assert.InRange(learned.Rank, values.Count(value => value > 1e-6), values.Length);
        for (var i = 0; i < learned.Rank; i++) Assert.True(AreNear(values[i], learned.Spectrum.Values[i]), FormattableString.Invariant($"s{i + 1} is {values[i]:R} and {learned.Spectrum.Values[i]:R}"));
        Assert.True((expected.Deflated.TransposeAndMultiply(expected.Deflated) - Kernel(learned)).Enumerate().Max(Math.Abs) < Rounding);
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
            return row.Select((weight, a) => (a, weight / row.Sum())).Where(pair => pair.Item2 > 0);
        }

        /// <summary>The law of an input, turned on by one for every next one.</summary>
        public static double[,] Circle(Random random, int inputs)
        {
            double[] law = [.. Enumerable.Range(0, inputs).Select(_ => 0.01 + random.NextDouble())];
            var table = new double[inputs, inputs];
            for (var x = 0; x < inputs; x++)
                for (var a = 0; a < inputs; a++) table[x, a] = law[(a - x + inputs) % inputs] / law.Sum();
            return table;
        }

        /// <summary>Inputs of a class are seen with one of the two values of it, or with the last value, which says nothing.</summary>
        public static double[,] Classes(Random random, int inputs, int classes, double keptBack)
        {
            var table = new double[inputs, (2 * classes) + 1];
            double[] coins = [.. Enumerable.Range(0, classes).Select(_ => 0.1 + 0.8 * random.NextDouble())];
            for (var x = 0; x < inputs; x++)
            {
                var own = x < classes ? x : random.Next(classes);
                (table[x, 2 * own], table[x, (2 * own) + 1], table[x, 2 * classes]) = ((1 - keptBack) * coins[own], (1 - keptBack) * (1 - coins[own]), keptBack);
            }
            return table;
        }

        public static DenseLaw Dense(double[,] law, double[] weights) => DenseLaw.Counted([.. Enumerable.Range(0, weights.Length).Cast<object>()], [.. weights.Select(weight => weight / weights.Sum())], law);
    }
}
