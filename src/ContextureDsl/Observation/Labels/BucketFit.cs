namespace ContextureDsl.Observation;

/// <summary>The edges that buckets have; new numbers are read against them.</summary>
/// <param name="edges">Strictly ascending.</param>
internal sealed class BucketFit(double[] edges) : FittedState
{
    /// <summary>The edges.</summary>
    public double[] Edges { get; } = edges;
}
