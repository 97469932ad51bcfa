using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>(k(x, a) + 1e-8) / row sum for a kernel of the user's.</summary>
internal sealed class KernelRows(KernelLaw law, FeatureQuery query) : ILawRow
{
    /// <summary>Added to every value, so that a point is never without a way on.</summary>
    private const double Floor = 1e-8;

    /// <inheritdoc/>
    public void Fill(int x, Span<double> weights)
    {
        var (points, training) = (query.Points, query.Training);
        var sum = 0.0;
        for (var a = 0; a < weights.Length; a++)
        {
            weights[a] = 0;
            if (law.ZeroDiagonal && a == query.Selves[x]) continue;
            var value = law.Kernel(points.Values.AsSpan(x * points.Width, points.Width), training.Values.AsSpan(a * training.Width, training.Width));
            if (!(value >= 0) || double.IsInfinity(value)) throw KernelValueException.Of(query.Scope, query.DescribePoint(x), query.DescribeTraining(a), value);
            sum += weights[a] = value + Floor;
        }
        if (double.IsInfinity(sum)) throw KernelValueException.Sum(query.Scope, query.DescribePoint(x));
        foreach (ref var weight in weights) weight /= sum;
    }
}
