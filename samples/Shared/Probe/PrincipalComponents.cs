using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace Samples.Probe;

/// <summary>The peer of every encoder: the leading principal components of the rows as they are, by block power iteration with a Rayleigh–Ritz step. The same rows give the same components.</summary>
public sealed class PrincipalComponents
{
    private const int Oversampling = 16;
    private const int Rounds = 8;

    private readonly float[] mean;
    private readonly float[][] directions;

    private PrincipalComponents(float[] mean, float[][] directions)
    {
        this.mean = mean;
        this.directions = directions;
    }

    /// <summary>Finds the components. O(rows · numbers · count) a round.</summary>
    /// <param name="rows">One row of numbers an example.</param>
    /// <param name="count">How many components; fewer than rows and numbers.</param>
    public static PrincipalComponents Fit(float[][] rows, int count)
    {
        var mean = new float[rows[0].Length];
        foreach (var row in rows) TensorPrimitives.Add<float>(mean, row, mean);
        TensorPrimitives.Divide(mean, rows.Length, mean);
        var centred = Array.ConvertAll(rows, row => Centred(row, mean));
        var random = new Random(1);
        var block = new float[Math.Min(count + Oversampling, Math.Min(rows.Length, mean.Length))][];
        for (var b = 0; b < block.Length; b++) block[b] = [.. mean.Select(_ => (float)(2 * random.NextDouble() - 1))];
        for (var round = 0; round < Rounds; round++)
        {
            Orthonormalise(block);
            Parallel.For(0, block.Length, b => block[b] = Multiply(centred, block[b]));
        }
        Orthonormalise(block);
        return new(mean, Ritz(centred, block, count));
    }

    /// <summary>The coordinates of a row.</summary>
    public float[] Project(float[] row)
    {
        var centred = Centred(row, mean);
        return Array.ConvertAll(directions, direction => TensorPrimitives.Dot<float>(centred, direction));
    }

    /// <summary>Σ row · ⟨row, v⟩.</summary>
    private static float[] Multiply(float[][] rows, float[] vector)
    {
        var product = new float[vector.Length];
        foreach (var row in rows) TensorPrimitives.MultiplyAdd(row, TensorPrimitives.Dot<float>(row, vector), product, product);
        return product;
    }

    /// <summary>Gram–Schmidt, twice over, which is once for what rounding left.</summary>
    private static void Orthonormalise(float[][] block)
    {
        for (var b = 0; b < block.Length; b++)
        {
            for (var pass = 0; pass < 2; pass++)
                for (var other = 0; other < b; other++)
                    TensorPrimitives.MultiplyAdd(block[other], -TensorPrimitives.Dot<float>(block[other], block[b]), block[b], block[b]);
            TensorPrimitives.Divide(block[b], TensorPrimitives.Norm<float>(block[b]), block[b]);
        }
    }

    /// <summary>The best directions within the span of the block, most variance first.</summary>
    private static float[][] Ritz(float[][] rows, float[][] block, int count)
    {
        var coordinates = Matrix<double>.Build.Dense(rows.Length, block.Length, (row, b) => TensorPrimitives.Dot<float>(rows[row], block[b]));
        var rotation = coordinates.TransposeThisAndMultiply(coordinates).Evd(Symmetricity.Symmetric).EigenVectors;
        var directions = new float[count][];
        for (var i = 0; i < count; i++)
        {
            directions[i] = new float[block[0].Length];
            for (var b = 0; b < block.Length; b++)
                TensorPrimitives.MultiplyAdd(block[b], (float)rotation[b, block.Length - 1 - i], directions[i], directions[i]);
        }
        return directions;
    }

    private static float[] Centred(float[] row, float[] mean)
    {
        var centred = new float[row.Length];
        TensorPrimitives.Subtract<float>(row, mean, centred);
        return centred;
    }
}
