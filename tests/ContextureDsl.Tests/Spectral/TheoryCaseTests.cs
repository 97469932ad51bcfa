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

    [Fact]
    public void Independent_samples_show_the_noise_edge_and_not_zero()
    {
        foreach (var item in TheoryCases.Section("noise").Where(item => item.GetProperty("name").GetString() is "independent_uniform_50x50" or "independent_uniform_30x300"))
        {
            int inputs = item.GetProperty("N").GetInt32(), variables = item.GetProperty("M").GetInt32(), events = item.GetProperty("n").GetInt32();
            if (events < 3000) continue;
            var random = new Random(events);
            var top = 0.0;
            const int Repeats = 8;
            for (var repeat = 0; repeat < Repeats; repeat++)
            {
                var counts = new double[inputs, variables];
                for (var e = 0; e < events; e++) counts[random.Next(inputs), random.Next(variables)]++;
                top += SpectralCheck.Dense<double>(new DenseTable(counts), 1, 1e-10).Values[0] / Repeats;
            }

            // The fixture's mean is over as few repeats; the deviation of one sample is stated, six of them for the difference of two means leaves no chance.
            var deviation = item.GetProperty("sd_top").GetDouble();
            Assert.InRange(top - item.GetProperty("mean_top_singular").GetDouble(), -4 * deviation, 4 * deviation);
        }
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
