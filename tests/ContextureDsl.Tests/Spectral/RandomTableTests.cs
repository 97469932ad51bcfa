using ContextureDsl.Spectral;
using CsCheck;
using Xunit;

namespace ContextureDsl.Tests.Spectral;

/// <summary>Random tables of all shapes against the singular value decomposition of a second library.</summary>
public class RandomTableTests
{
    private static readonly Gen<(int Seed, int Inputs, int Variables, double Density)> Shapes =
        Gen.Select(Gen.Int[0, 1 << 20], Gen.Int[2, 60], Gen.Int[2, 60], Gen.Double[0.02, 1]);

    [Fact]
    public void Both_paths_and_precisions_agree_with_a_dense_decomposition() => Shapes.Sample(
        shape =>
        {
            var random = new Random(shape.Seed);
            var table = new DenseTable(Weights(shape.Inputs, shape.Variables, shape.Density, random));
            var oracle = SpectralCheck.Oracle(table);
            var rank = random.Next(1, Math.Min(shape.Inputs, shape.Variables));
            SpectralCheck.Holds(table, SpectralCheck.Dense<double>(table, rank, 1e-11), oracle, 1e-12, 1e-11, 1e-11);
            SpectralCheck.Holds(table, SpectralCheck.Iterated<double>(table, rank, 1e-10), oracle, 1e-10, 1e-10, 1e-11);
            SpectralCheck.Holds(table, SpectralCheck.Dense<float>(table, rank, 1e-5), oracle, 1e-5, 1e-5, 1e-5);
            SpectralCheck.Holds(table, SpectralCheck.Iterated<float>(table, rank, 1e-5), oracle, 1e-5, 1e-5, 1e-5);
        },
        iter: 150, threads: 1);

    [Fact]
    public void Mixes_with_unseen_rows_agree_with_a_dense_decomposition() => Shapes.Sample(
        shape =>
        {
            var random = new Random(shape.Seed);
            var parts = random.Next(2, 5);
            var tables = new double[parts][,];
            for (var part = 0; part < parts; part++) tables[part] = Weights(shape.Inputs, random.Next(1, shape.Variables), shape.Density, random);
            for (var x = 0; x < shape.Inputs; x++)
            {
                // Some rows are unseen by some parts; the first part sees all, so that its columns keep their mass. Two rows at least must stay.
                for (var part = 1; part < parts; part++)
                {
                    if (random.Next(3) == 0 && Empties(tables[part], x)) Clear(tables[part], x);
                }
            }

            var shares = Enumerable.Range(0, parts).Select(_ => random.NextDouble() + 0.1).ToArray();
            var table = new DenseTable([.. shares.Select(share => share / shares.Sum())], tables);
            var oracle = SpectralCheck.Oracle(table);
            var most = Math.Min(table.Inputs, table.Variables) - 1;
            var rank = random.Next(1, most + 1);
            SpectralCheck.Holds(table, SpectralCheck.Dense<double>(table, rank, 1e-11), oracle, 1e-12, 1e-11, 1e-11);
            SpectralCheck.Holds(table, SpectralCheck.Iterated<double>(table, rank, 1e-10), oracle, 1e-10, 1e-10, 1e-11);
            SpectralCheck.Holds(table, SpectralCheck.Iterated<float>(table, rank, 1e-5), oracle, 1e-5, 1e-5, 1e-5);
        },
        iter: 100, threads: 1);

    [Theory]
    [InlineData(700, 300, 0.02, 24)]
    [InlineData(250, 900, 0.05, 40)]
    [InlineData(400, 400, 0.01, 64)]
    public void The_default_path_iterates_beyond_the_dense_limits(int inputs, int variables, double density, int rank)
    {
        var table = new DenseTable(Weights(inputs, variables, density, new Random(inputs)));
        var oracle = SpectralCheck.Oracle(table);
        var options = new SpectralOptions(rank, 1e-9, 1, 2);
        var result = Decomposition.Run<double>(table.Joint, table.Components, options, CancellationToken.None);
        Assert.True(result.Iterations > 0);
        Assert.True(result.Products > 0);
        SpectralCheck.Holds(table, result, oracle, 1e-10, 1e-9, 1e-11);
        var single = Decomposition.Run<float>(table.Joint, table.Components, options with { Tolerance = 1e-5 }, CancellationToken.None);
        SpectralCheck.Holds(table, single, oracle, 1e-6, 1e-5, 1e-5);
    }

    /// <summary>Inputs whose probabilities lie thirty orders of magnitude apart: their rows must not cost the functions their orthonormality, nor a small value its function.</summary>
    [Fact]
    public void Rows_of_any_magnitude_keep_the_functions_orthonormal()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var weights = Weights(random.Next(2, 24), random.Next(2, 24), random.NextDouble(), random);
            for (var x = 0; x < weights.GetLength(0); x++)
            {
                var scale = Math.Pow(10, random.Next(-30, 31));
                for (var a = 0; a < weights.GetLength(1); a++) weights[x, a] *= scale;
            }
            var table = new DenseTable(weights);
            var rank = random.Next(1, Math.Min(table.Inputs, table.Variables));
            SpectralCheck.Holds(table, SpectralCheck.Iterated<double>(table, rank, 1e-10), SpectralCheck.Oracle(table), 2e-10, 1.05e-10, 35 * 24 * Math.Pow(2, -52));
            SpectralCheck.Holds(table, SpectralCheck.Iterated<float>(table, rank, 1e-5), SpectralCheck.Oracle(table), 2e-5, 1.05e-5, 35 * 24 * Math.Pow(2, -23));
        }
    }

    [Fact]
    public void Functions_of_both_paths_span_the_same_space()
    {
        var table = new DenseTable(Weights(80, 50, 0.3, new Random(3)));
        var dense = SpectralCheck.Dense<double>(table, 10, 1e-11);
        var iterated = SpectralCheck.Iterated<double>(table, 10, 1e-11);
        for (var i = 0; i < 10; i++)
        {
            // Simple values here, so that the sign rule fixes every function.
            for (var x = 0; x < table.Inputs; x++) Assert.Equal(dense.Left[x * 10 + i], iterated.Left[x * 10 + i], 1e-8);
            for (var a = 0; a < table.Variables; a++) Assert.Equal(dense.Right[a * 10 + i], iterated.Right[a * 10 + i], 1e-8);
        }
    }

    /// <summary>Weights with every row and column occupied; sparse ones fall into many components.</summary>
    internal static double[,] Weights(int inputs, int variables, double density, Random random)
    {
        var weights = new double[inputs, variables];
        for (var x = 0; x < inputs; x++)
        {
            for (var a = 0; a < variables; a++) weights[x, a] = random.NextDouble() < density ? Math.Exp(3 * random.NextDouble()) : 0;
        }

        for (var i = 0; i < Math.Max(inputs, variables); i++) weights[i % inputs, i % variables] += 1;
        return weights;
    }

    // Whether every column of a table keeps some other row.
    private static bool Empties(double[,] table, int row)
    {
        for (var a = 0; a < table.GetLength(1); a++)
        {
            var others = 0;
            for (var x = 0; x < table.GetLength(0); x++) others += x != row && table[x, a] > 0 ? 1 : 0;
            if (others == 0) return false;
        }

        return true;
    }

    private static void Clear(double[,] table, int row)
    {
        for (var a = 0; a < table.GetLength(1); a++) table[row, a] = 0;
    }
}
