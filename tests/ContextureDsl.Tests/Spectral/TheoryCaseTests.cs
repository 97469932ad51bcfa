using ContextureDsl.Spectral;
using Xunit;

namespace ContextureDsl.Tests.Spectral;

/// <summary>Contexts whose spectrum is known in closed form. The fixture states 1e-9; the dense path is held to less than its own claim, the iteration to its tolerance.</summary>
public class TheoryCaseTests
{
    public static TheoryData<string> Names() => [.. TheoryCases.WithMatrix().Select(item => item.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_paths_find_the_spectrum_as_given_transposed_and_permuted(string name)
    {
        var item = TheoryCases.Find(name);
        var table = new DenseTable(TheoryCases.Matrix(item.GetProperty("P")));
        var expected = TheoryCases.Numbers(item.GetProperty("s"))[1..];
        foreach (var variant in (DenseTable[])[table, table.Transposed(), table.Permuted(new Random(5))])
        {
            for (var rank = 1; rank <= expected.Length; rank += Math.Max(1, expected.Length / 3))
            {
                SpectralCheck.Holds(variant, SpectralCheck.Dense<double>(variant, rank, 1e-11), expected, 1e-10, 1e-11, 1e-11);
                SpectralCheck.Holds(variant, SpectralCheck.Iterated<double>(variant, rank, 1e-11), expected, 1e-10, 1e-11, 1e-11);
                SpectralCheck.Holds(variant, SpectralCheck.Iterated<float>(variant, rank, 1e-4), expected, 1e-4, 1e-4, 1e-4);
            }
        }
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.9)]
    public void A_gaussian_on_a_grid_has_the_powers_of_its_correlation(double rho)
    {
        // 181 × 181 cells with marginals down to 1e-18: both paths, most of the spectrum zero within rounding.
        var weights = new double[181, 181];
        for (var i = 0; i < 181; i++)
        {
            for (var j = 0; j < 181; j++)
            {
                double x = (i - 90) / 10.0, a = (j - 90) / 10.0;
                weights[i, j] = Math.Exp(-(x * x - 2 * rho * x * a + a * a) / (2 * (1 - rho * rho)));
            }
        }

        var table = new DenseTable(weights);
        var expected = Enumerable.Range(1, 8).Select(i => Math.Pow(rho, i)).ToArray();
        SpectralCheck.Holds(table, SpectralCheck.Dense<double>(table, 8, 1e-10), expected, 5e-6, 1e-10, 1e-10);
        SpectralCheck.Holds(table, SpectralCheck.Iterated<double>(table, 8, 1e-10), expected, 5e-6, 1e-10, 1e-10);
    }

    [Fact]
    public void A_tagged_convex_combination_is_decomposed_part_by_part()
    {
        var mixes = TheoryCases.Section("mixing").Where(item => item.GetProperty("operation").GetString() == "convex_tagged").ToArray();
        Assert.NotEmpty(mixes);
        foreach (var mix in mixes)
        {
            var side = TheoryCases.Matrix(mix.GetProperty("P"));
            var weights = TheoryCases.Numbers(mix.GetProperty("weights"));
            var tables = Split(side, weights);
            var table = new DenseTable(weights, tables);
            var expected = TheoryCases.Numbers(mix.GetProperty("s"))[1..];
            var rank = Math.Min(expected.Length, Math.Min(table.Inputs, table.Variables) - 1);
            SpectralCheck.Holds(table, SpectralCheck.Dense<double>(table, rank, 1e-11), expected, 1e-9, 1e-11, 1e-11);
            SpectralCheck.Holds(table, SpectralCheck.Iterated<double>(table, rank, 1e-11), expected, 1e-9, 1e-11, 1e-11);
        }
    }

    public static TheoryData<string, int> Noise()
    {
        var data = new TheoryData<string, int>();
        foreach (var item in NoiseCases()) data.Add(item.GetProperty("name").GetString()!, item.GetProperty("n").GetInt32());
        return data;
    }

    [Fact]
    public void All_independent_samples_of_the_fixture_are_looked_at() => Assert.Equal(11, Noise().Count);

    [Theory]
    [MemberData(nameof(Noise))]
    public void Independent_samples_show_the_noise_edge_and_not_zero(string name, int events)
    {
        const int Repeats = 8;
        var item = NoiseCases().Single(item => item.GetProperty("name").GetString() == name && item.GetProperty("n").GetInt32() == events);
        int inputs = item.GetProperty("N").GetInt32(), variables = item.GetProperty("M").GetInt32();
        var random = new Random(events + variables);
        Func<int, int> draw = name.Contains("zipf", StringComparison.Ordinal) ? Zipf(random, inputs) : random.Next;
        var top = new double[Repeats];
        var chiSquared = new double[Repeats];
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var counts = new double[inputs, variables];
            for (var e = 0; e < events; e++) counts[draw(inputs), draw(variables)]++;
            var table = new DenseTable(Seen(counts));
            top[repeat] = SpectralCheck.Dense<double>(table, 1, 1e-10).Values[0];
            chiSquared[repeat] = table.Joint.ChiSquared()!.Value;
        }

        // The difference of two means of independent samples has the variance of one sample times 1/8 + 1/12. Five deviations, because the deviation is an estimate too.
        var deviation = Math.Max(item.GetProperty("sd_top").GetDouble(), Deviation(top));
        var spread = Math.Sqrt((1.0 / Repeats) + (1.0 / item.GetProperty("reps").GetInt32()));
        Assert.Equal(item.GetProperty("mean_top_singular").GetDouble(), top.Average(), 5 * deviation * spread);
        Assert.Equal(item.GetProperty("mean_chi2").GetDouble(), chiSquared.Average(), 5 * Deviation(chiSquared) * spread);
    }

    private static IEnumerable<System.Text.Json.JsonElement> NoiseCases() =>
        TheoryCases.Section("noise").Where(item => item.GetProperty("name").GetString()!.StartsWith("independent_", StringComparison.Ordinal));

    /// <summary>Draws numbers below a count, the i-th with a probability proportional to 1 / (i + 1).</summary>
    private static Func<int, int> Zipf(Random random, int count)
    {
        var ends = new double[count];
        for (var i = 0; i < count; i++) ends[i] = (i == 0 ? 0 : ends[i - 1]) + (1.0 / (i + 1));
        return most =>
        {
            var found = Array.BinarySearch(ends, random.NextDouble() * ends[most - 1]);
            return Math.Min(found < 0 ? ~found : found, most - 1);
        };
    }

    /// <summary>Without the rows and columns that were never drawn.</summary>
    private static double[,] Seen(double[,] counts)
    {
        var rows = Enumerable.Range(0, counts.GetLength(0)).Where(x => Enumerable.Range(0, counts.GetLength(1)).Any(a => counts[x, a] > 0)).ToArray();
        var columns = Enumerable.Range(0, counts.GetLength(1)).Where(a => rows.Any(x => counts[x, a] > 0)).ToArray();
        var seen = new double[rows.Length, columns.Length];
        for (var x = 0; x < rows.Length; x++)
        {
            for (var a = 0; a < columns.Length; a++) seen[x, a] = counts[rows[x], columns[a]];
        }

        return seen;
    }

    private static double Deviation(double[] sample)
    {
        var mean = sample.Average();
        return Math.Sqrt(sample.Sum(value => (value - mean) * (value - mean)) / (sample.Length - 1));
    }

    private static double[][,] Split(double[,] side, double[] weights)
    {
        // The columns of part j sum to its weight; the parts stand side by side.
        var tables = new List<double[,]>();
        var start = 0;
        foreach (var weight in weights)
        {
            var sum = 0.0;
            var end = start;
            while (end < side.GetLength(1) && sum < weight - 1e-9)
            {
                for (var x = 0; x < side.GetLength(0); x++) sum += side[x, end];
                end++;
            }

            var table = new double[side.GetLength(0), end - start];
            for (var x = 0; x < side.GetLength(0); x++)
            {
                for (var a = start; a < end; a++) table[x, a - start] = side[x, a];
            }

            tables.Add(table);
            start = end;
        }

        return [.. tables];
    }
}
