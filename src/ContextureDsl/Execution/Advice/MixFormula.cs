using System.Globalization;
using ContextureDsl.Tree;

namespace ContextureDsl.Execution;

/// <summary>A tree as one writes it down, with the names of the parts for what they are made of.</summary>
/// <param name="parts">The parts.</param>
/// <param name="names">Their names.</param>
internal sealed class MixFormula(IReadOnlyList<DeclaredPart> parts, IReadOnlyList<string> names)
{
    /// <summary>Such as <c>Mix.Convex((0.3, neighbours), (0.7, words))</c>.</summary>
    public string Of(ContextNode node)
    {
        if (WalkedPart.Of(node) is { } leaf) return names[PartList.IndexOf(parts, leaf)];
        return node switch
        {
            NamedNode named => Of(named.Context),
            ConvexNode { Rule: not null } learnt => $"Mix.MinMax({string.Join(", ", learnt.Parts.Select(part => Of(part.Context)))})",
            ConvexNode convex => $"Mix.Convex({Weighed(Shares.Flattened(convex))})",
            AverageNode average => $"Mix.Average({Weighed(average.Parts)})",
            ConvolveNode convolve => $"Mix.Convolve({string.Join(", ", convolve.Factors.SkipLast(1).Select(Of))}, then: {Of(convolve.Factors[^1])})",
            SmoothNode smooth => $"{Of(smooth.Context)}.Smooth()",
            JointNode joint => $"Mix.Joint({Of(joint.First)}, {Of(joint.Second)})",
            ConcatenationNode concatenation => $"Mix.Concatenate({string.Join(", ", concatenation.Parts.Select(Of))})",
            WalkNode walk => $"{Of(walk.Context)} ({walk.Law})",
            _ => throw new ArgumentException($"{node.GetType().Name} has no formula.", nameof(node)),
        };
    }

    private string Weighed(IReadOnlyList<(double Weight, ContextNode Context)> weighed) =>
        string.Join(", ", weighed.Select(part => $"({part.Weight.ToString("0.###", CultureInfo.InvariantCulture)}, {Of(part.Context)})"));
}
