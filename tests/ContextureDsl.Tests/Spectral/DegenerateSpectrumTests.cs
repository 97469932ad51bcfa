using ContextureDsl.Spectral;
using Xunit;

namespace ContextureDsl.Tests.Spectral;

/// <summary>Spectra that break naive iterations: repeated values wider than the block, zeros, ones, and spaces that are exhausted.</summary>
public class DegenerateSpectrumTests
{
    [Theory]
    [InlineData(8, 8, 20)]      // multiplicities 8, 28, …
    [InlineData(8, 36, 40)]     // the whole second plateau
    [InlineData(9, 12, 16)]     // 9, then a part of 36
    [InlineData(9, 60, 0)]      // 9, 36, then a part of 84
    [InlineData(12, 12, 0)]     // 12 copies of the first value: more than the block sees
    [InlineData(12, 13, 0)]     // … and one of the next 66
    [InlineData(12, 78, 0)]     // 12 and 66
    public void Bit_flips_of_the_hypercube_show_every_copy(int bits, int rank, int other)
    {
        var table = Hypercube(bits, 0.07);
        var expected = Enumerable.Range(0, 1 << bits).Select(set => 1 - 0.07 * System.Numerics.BitOperations.PopCount((uint)set)).OrderDescending().Skip(1).ToArray();
        foreach (var d in other == 0 ? [rank] : new[] { rank, other })
        {
            var result = Decomposition.Iterate(table, new SpectralOptions(d, 1e-9, 3, 2), CancellationToken.None);
            Assert.True(result.Converged);
            for (var i = 0; i < d; i++) Assert.Equal(expected[i], result.Values[i], 1e-10);
            Assert.All(result.Residuals, residual => Assert.InRange(residual, 0, 1e-9));
            Assert.Equal(expected[d] > expected[d - 1] - 1e-9, result.CutsPlateau);
            Assert.Equal(Runs(expected.Take(d).ToArray()), result.Plateaus);
        }
    }

    [Theory]
    [InlineData(21, 10)]
    [InlineData(21, 20)]
    [InlineData(300, 30)]
    public void A_symmetric_channel_is_one_plateau(int symbols, int rank)
    {
        var weights = new double[symbols, symbols];
        for (var x = 0; x < symbols; x++)
        {
            for (var a = 0; a < symbols; a++) weights[x, a] = x == a ? 0.7 : 0.3 / (symbols - 1);
        }

        var value = 1 - 0.3 * symbols / (symbols - 1);
        var table = new DenseTable(weights);
        foreach (var result in Both(table, rank, 1e-10))
        {
            SpectralCheck.Holds(table, result, [.. Enumerable.Repeat(value, rank)], 1e-11, 1e-10, 1e-11);
            Assert.Equal([0..rank], result.Plateaus);
            Assert.Equal(rank < symbols - 1, result.CutsPlateau);
        }
    }

    [Fact]
    public void Twelve_equal_values_above_a_slowly_falling_rest_are_all_found()
    {
        // A block of eight sees eight of the twelve copies, and the rest of the spectrum converges well before rounding could bring the others.
        var values = Enumerable.Repeat(0.9, 12).Concat(Enumerable.Range(0, 60).Select(i => 0.8 * Math.Pow(0.97, i / 2))).ToArray();
        var table = Circulant(257, values);
        foreach (var tolerance in new[] { 1e-3, 1e-6, 1e-10 })
        {
            var result = SpectralCheck.Iterated<double>(table, 20, tolerance);
            SpectralCheck.Holds(table, result, values, tolerance, tolerance, 1e-11);
            Assert.Contains(0..12, result.Plateaus);
        }

        var single = SpectralCheck.Iterated<float>(table, 20, 1e-5);
        SpectralCheck.Holds(table, single, values, 1e-5, 1e-5, 1e-5);
    }

    [Theory]
    [InlineData(7, 9)]
    [InlineData(40, 30)]
    [InlineData(300, 220)]
    public void Independent_variables_have_only_zeros_and_still_orthonormal_functions(int inputs, int variables)
    {
        var random = new Random(1);
        var p = Enumerable.Range(0, inputs).Select(_ => random.NextDouble() + 0.01).ToArray();
        var q = Enumerable.Range(0, variables).Select(_ => random.NextDouble() + 0.01).ToArray();
        var weights = new double[inputs, variables];
        for (var x = 0; x < inputs; x++)
        {
            for (var a = 0; a < variables; a++) weights[x, a] = p[x] * q[a];
        }

        var table = new DenseTable(weights);
        var rank = Math.Min(inputs, variables) - 1;
        foreach (var d in new[] { 1, rank / 2, rank })
        {
            foreach (var result in Both(table, d, 1e-10)) SpectralCheck.Holds(table, result, new double[d], 1e-13, 1e-12, 1e-11);
            SpectralCheck.Holds(table, SpectralCheck.Iterated<float>(table, d, 1e-5), new double[d], 1e-6, 1e-5, 1e-5);
        }
    }

    [Theory]
    [InlineData(60, 45, 5, 4)]
    [InlineData(60, 45, 5, 12)]
    [InlineData(60, 45, 5, 44)]
    [InlineData(45, 300, 9, 30)]
    public void Rank_deficient_tables_get_zeros_beyond_their_rank(int inputs, int variables, int groups, int rank)
    {
        // Inputs of a group have the same conditional law, so the rank of B is the number of groups.
        var random = new Random(7);
        var laws = new double[groups, variables];
        for (var g = 0; g < groups; g++)
        {
            for (var a = 0; a < variables; a++) laws[g, a] = random.NextDouble();
        }

        var weights = new double[inputs, variables];
        for (var x = 0; x < inputs; x++)
        {
            var scale = random.NextDouble() + 0.1;
            for (var a = 0; a < variables; a++) weights[x, a] = scale * laws[x % groups, a];
        }

        var table = new DenseTable(weights);
        var expected = SpectralCheck.Oracle(table);
        foreach (var result in Both(table, rank, 1e-10)) SpectralCheck.Holds(table, result, expected, 1e-12, 1e-10, 1e-11);
        SpectralCheck.Holds(table, SpectralCheck.Iterated<float>(table, rank, 1e-5), expected, 1e-6, 1e-5, 1e-5);
    }

    [Theory]
    [InlineData(5, 3)]
    [InlineData(12, 20)]
    public void The_identity_has_only_ones_and_needs_no_iteration(int size, int seed)
    {
        var random = new Random(seed);
        var weights = new double[size, size];
        for (var x = 0; x < size; x++) weights[x, x] = random.NextDouble() + 0.1;
        var table = new DenseTable(weights);
        Assert.Equal(size, table.Components.Count);
        for (var rank = 1; rank < size; rank++)
        {
            foreach (var result in Both(table, rank, 1e-10))
            {
                SpectralCheck.Holds(table, result, [.. Enumerable.Repeat(1.0, rank)], 0, 1e-13, 1e-13);
                Assert.Equal(0, result.Iterations);
                Assert.Equal(0, result.Products);
                Assert.Equal(rank < size - 1, result.CutsPlateau);
            }
        }
    }

    [Fact]
    public void Components_come_first_and_are_constant_on_every_component()
    {
        var random = new Random(11);
        var weights = new double[90, 70];
        int[] rows = [0, 40, 70, 80, 90], columns = [0, 30, 50, 62, 70];
        for (var block = 0; block < 4; block++)
        {
            for (var x = rows[block]; x < rows[block + 1]; x++)
            {
                for (var a = columns[block]; a < columns[block + 1]; a++) weights[x, a] = random.NextDouble();
            }
        }

        var table = new DenseTable(weights);
        Assert.Equal(4, table.Components.Count);
        var expected = SpectralCheck.Oracle(table);
        foreach (var result in Both(table, 10, 1e-11))
        {
            SpectralCheck.Holds(table, result, expected, 1e-12, 1e-11, 1e-11);
            Assert.Equal([1.0, 1.0, 1.0], result.Values[..3]);
            Assert.Equal(0..3, result.Plateaus[0]);
            for (var i = 0; i < 3; i++)
            {
                var byComponent = Enumerable.Range(0, 90).GroupBy(x => table.Components.OfInput[x], x => result.Left[x * 10 + i] / Math.Sqrt(table.Joint.InputMarginal[x]));
                Assert.All(byComponent, group => Assert.Equal(group.Min(), group.Max(), 1e-12));
            }
        }

        foreach (var rank in new[] { 1, 2, 3 })
        {
            var result = SpectralCheck.Iterated<double>(table, rank, 1e-11);
            SpectralCheck.Holds(table, result, expected, 1e-14, 1e-13, 1e-13);
            Assert.Equal(rank < 3, result.CutsPlateau);
            Assert.Equal(0, result.Iterations);
        }
    }

    [Theory]
    [InlineData(2, 40)]
    [InlineData(40, 2)]
    [InlineData(3, 3)]
    public void The_narrowest_tables_have_min_minus_one_functions(int inputs, int variables)
    {
        var table = new DenseTable(RandomTableTests.Weights(inputs, variables, 1, new Random(4)));
        var rank = Math.Min(inputs, variables) - 1;
        foreach (var result in Both(table, rank, 1e-11)) SpectralCheck.Holds(table, result, SpectralCheck.Oracle(table), 1e-12, 1e-11, 1e-11);
    }

    [Theory]
    [InlineData(1, 6)]
    [InlineData(6, 1)]
    public void One_row_or_one_column_has_nothing_but_the_constant(int inputs, int variables)
    {
        var table = new DenseTable(RandomTableTests.Weights(inputs, variables, 1, new Random(4)));
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => SpectralCheck.Dense<double>(table, 1, 1e-10));
        Assert.Contains("min(N, M) − 1 = 0", exception.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => SpectralCheck.Iterated<double>(table, 1, 1e-10));
    }

    [Fact]
    public void A_long_path_that_cannot_converge_says_so()
    {
        // s_k = cos(π k / (n − 1)): the leading gaps are about 1e-8 of the spectrum, far below what the largest basis can resolve.
        const int Nodes = 20_000;
        var rows = Enumerable.Range(0, Nodes).SelectMany(x => new[] { (x, x - 1), (x, x), (x, x + 1) }).Where(pair => pair.Item2 >= 0 && pair.Item2 < Nodes).ToArray();
        var result = Decomposition.Iterate(Symmetric(Nodes, rows), new SpectralOptions(1, 1e-10, 0, 2), CancellationToken.None);
        Assert.False(result.Converged);
        Assert.True(result.Residuals[0] > 1e-10);
        Assert.InRange(result.Values[0], 0.99, 1);
    }

    [Fact]
    public void A_tolerance_below_the_storage_precision_ends_and_says_so()
    {
        var table = new DenseTable(RandomTableTests.Weights(300, 260, 0.05, new Random(6)));
        var result = SpectralCheck.Iterated<float>(table, 10, 1e-12);
        Assert.False(result.Converged);
        Assert.All(result.Residuals, residual => Assert.InRange(residual, 1e-12, 1e-6));
        var expected = SpectralCheck.Oracle(table);
        for (var i = 0; i < 10; i++) Assert.Equal(expected[i], result.Values[i], 1e-6);
    }

    private static SpectralResult<double>[] Both(DenseTable table, int rank, double tolerance) =>
        [SpectralCheck.Dense<double>(table, rank, tolerance), SpectralCheck.Iterated<double>(table, rank, tolerance)];

    private static List<Range> Runs(double[] values)
    {
        var runs = new List<Range>();
        for (int first = 0, i = 1; i <= values.Length; i++)
        {
            if (i < values.Length && values[i - 1] - values[i] < 1e-9) continue;
            if (i - first > 1) runs.Add(first..i);
            first = i;
        }

        return runs;
    }

    // At most one bit is flipped, each with probability step/2: the function of a set of k bits has the value 1 − k · step.
    private static SparseOperator<double> Hypercube(int bits, double step)
    {
        var size = 1 << bits;
        var pairs = Enumerable.Range(0, size).SelectMany(x => Enumerable.Range(-1, bits + 1).Select(bit => (x, bit < 0 ? x : x ^ (1 << bit)))).ToArray();
        return Symmetric(size, pairs, (x, a) => x == a ? 1 - bits * step / 2 : step / 2);
    }

    private static SparseOperator<double> Symmetric(int size, (int X, int A)[] pairs, Func<int, int, double>? weight = null)
    {
        var offsets = new int[size + 1];
        var columns = new List<int>();
        var weights = new List<double>();
        var sums = new double[size];
        foreach (var row in pairs.GroupBy(pair => pair.X).OrderBy(group => group.Key))
        {
            foreach (var (x, a) in row.OrderBy(pair => pair.A))
            {
                columns.Add(a);
                weights.Add(weight?.Invoke(x, a) ?? 1);
                sums[x] += weights[^1];
            }

            offsets[row.Key + 1] = columns.Count;
        }

        var total = sums.Sum();
        var marginal = sums.Select(sum => sum / total).ToArray();
        var part = new ContextureDsl.Association.JointPart(1, new ContextureDsl.Observation.PairTable(size, size, offsets, [.. columns], [.. weights]), sums, marginal, false);
        var joint = new ContextureDsl.Association.JointDistribution(marginal, [part]);
        var one = new ContextureDsl.Association.ComponentMap(1, new int[size], new int[size], [1.0], [size], [size], 0);
        return new SparseOperator<double>(Normalisation.Factors<double>(joint), one, 2);
    }

    // On Z_n with odd n every real Fourier frequency has two functions, so a circulant kernel has each of its values twice. Some
    // weights are negative: no distribution, but the solver does not care, and the spectrum is exactly the one asked for.
    private static DenseTable Circulant(int size, double[] values)
    {
        var weights = new double[size, size];
        for (var k = 0; k < size; k++)
        {
            var weight = 1.0;
            for (var pair = 0; pair < values.Length / 2; pair++) weight += 2 * values[2 * pair] * Math.Cos(2 * Math.PI * (pair + 1) * k / size);
            for (var x = 0; x < size; x++) weights[x, (x + k) % size] = weight;
        }

        return new DenseTable(weights);
    }
}
