using ContextureDsl.Kernels;

namespace ContextureDsl.Observation;

/// <summary>The points whose laws are sought, and those that they lead to.</summary>
/// <param name="Training">The points of A.</param>
/// <param name="Points">The points whose laws are sought; the same object while learning.</param>
/// <param name="Selves">The number among <paramref name="Training"/> of a point that is one of them, or −1.</param>
/// <param name="Scope">Threads, progress, cancellation, names.</param>
/// <param name="DescribeTraining">An input of A as text.</param>
/// <param name="DescribePoint">An input whose law is sought as text.</param>
internal sealed record FeatureQuery(
    Block<double> Training, Block<double> Points, int[] Selves, CountScope Scope, Func<int, string> DescribeTraining, Func<int, string> DescribePoint);
