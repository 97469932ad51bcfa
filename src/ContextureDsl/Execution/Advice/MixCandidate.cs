using ContextureDsl.Mixing;
using ContextureDsl.Tree;

namespace ContextureDsl.Execution;

/// <summary>A context or a mix to be tried.</summary>
/// <param name="Node">The tree, over the leaves of the declaration.</param>
/// <param name="Formula">The same in words.</param>
/// <param name="Parts">The numbers of the parts in it.</param>
/// <param name="Weights">By part, where it is a convex mix of parts; null elsewhere.</param>
internal sealed record MixCandidate(ContextNode Node, string Formula, IReadOnlyList<int> Parts, IReadOnlyList<double>? Weights)
{
    /// <summary>Whether it is what the declaration says.</summary>
    public bool IsDeclared { get; init; }

    /// <summary>Whether it is encoders side by side, which can be a part of nothing.</summary>
    public bool IsConcatenation => Shares.Unnamed(Node) is ConcatenationNode;

    /// <summary>Whether a convolution stands in it, or a context there and back.</summary>
    public bool IsConvolved => MixPlan.Of(Node).Mixes.Any(mix => mix.Term.HasChain);

    /// <summary>Whether it is one part alone.</summary>
    public bool IsAlone => Parts.Count == 1 && Weights is null;

    /// <summary>How far the weights are from equal ones over some parts; infinite where there are no weights.</summary>
    public double Unevenness(IReadOnlyCollection<int> parts) => Weights is null ? double.PositiveInfinity : parts.Max(part => Math.Abs(Weights[part] - 1.0 / parts.Count));
}
