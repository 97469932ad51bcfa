using System.Numerics.Tensors;
using ContextureDsl.Kernels;
using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>exp(−γ distance) / row sum, and its mean over masks.</summary>
/// <remarks>
/// The exponent is −γ (distance − smallest distance), which cannot overflow and has an entry 1 in every row, however far away a point is. What rounds to less
/// than the smallest normal double is left out whatever was declared.
/// </remarks>
internal sealed class DistanceRows : ILawRow
{
    private readonly DistanceLaw law;
    private readonly FeatureQuery query;
    private readonly PointStrips training;
    private readonly int[][] masks;
    private readonly double least;

    public DistanceRows(DistanceLaw law, FeatureQuery query)
    {
        this.law = law;
        this.query = query;
        ArrayLimit.Checked(PointStrips.PackedNumbers(query.Training.Rows, query.Training.Width), "numbers of points to measure distances to");
        training = new(query.Training);
        masks = MaskedColumns.Of(law.Masks, query.Training.Width, law.Step);
        least = Math.Max(law.Negligible, 2.2250738585072014e-308);
    }

    /// <inheritdoc/>
    public void Fill(int x, Span<double> weights)
    {
        if (masks.Length == 1)
        {
            FillMask(x, masks[0], weights);
            return;
        }
        weights.Clear();
        var one = new double[weights.Length];
        foreach (var mask in masks)
        {
            FillMask(x, mask, one);
            TensorPrimitives.Add(weights, one, weights);
        }
        TensorPrimitives.Divide(weights, masks.Length, weights);
    }

    private void FillMask(int x, int[] columns, Span<double> weights)
    {
        var point = query.Points.Values.AsSpan(x * query.Points.Width, query.Points.Width);
        if (law.Distance == FeatureDistance.CityBlock) training.CityBlock(point, columns, weights);
        else training.SquaredEuclidean(point, columns, weights);
        TensorPrimitives.Subtract(weights, TensorPrimitives.Min<double>(weights), weights);
        TensorPrimitives.Multiply(weights, -law.Gamma, weights);
        TensorPrimitives.Exp<double>(weights, weights);
        var sum = 0.0;
        for (var a = 0; a < weights.Length; a++)
        {
            if (weights[a] < least) weights[a] = 0;
            sum += weights[a];
        }
        TensorPrimitives.Divide(weights, sum, weights);
    }
}
