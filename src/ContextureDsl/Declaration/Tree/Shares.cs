namespace ContextureDsl.Tree;

/// <summary>Declared weights as shares that sum to one.</summary>
internal static class Shares
{
    /// <summary>The shares, in the order of the weights.</summary>
    /// <param name="step">The name of the step, for messages.</param>
    /// <param name="parts">The parts with their weights.</param>
    /// <exception cref="DeclarationException">A weight is negative or not finite, or all of them are zero.</exception>
    public static double[] Of(string step, IReadOnlyList<(double Weight, ContextNode Context)> parts)
    {
        var total = 0.0;
        for (var i = 0; i < parts.Count; i++)
        {
            var weight = parts[i].Weight;
            if (!(weight >= 0) || double.IsInfinity(weight))
                throw new DeclarationException(FormattableString.Invariant($"Part {i + 1} of {parts.Count} of {step} has the weight {weight}. Weights are shares: finite and not negative. Correct the weight, or leave the part out."));
            total += weight;
        }
        if (!(total > 0) || double.IsInfinity(total))
            throw new DeclarationException(FormattableString.Invariant($"The weights of {step} sum to {total}. They are shares, so their sum must be positive and finite. Give at least one part a positive weight, and none a weight near the largest double."));
        return [.. parts.Select(part => part.Weight / total)];
    }

    /// <summary>The parts of a convex mix with their shares: mixes within it are flattened, those of share zero left out.</summary>
    /// <remarks>Exact: Σᵢ uᵢ Σⱼ wᵢⱼ TᵢⱼTᵢⱼ* is one convex combination with the shares uᵢwᵢⱼ. Weights that are learnt belong to the parts as they are declared, so that neither such a mix nor its parts are flattened.</remarks>
    public static IReadOnlyList<(double Share, ContextNode Context)> Flattened(ConvexNode convex)
    {
        var parts = new List<(double, ContextNode)>();
        Collect(parts, 1, convex);
        return parts;
    }

    private static void Collect(List<(double, ContextNode)> parts, double share, ConvexNode convex)
    {
        var shares = Of("Mix.Convex", convex.Parts);
        for (var i = 0; i < shares.Length; i++)
        {
            if (shares[i] == 0) continue;
            var part = convex.Parts[i].Context;
            if (convex.Rule is null && Unnamed(part) is ConvexNode { Rule: null } inner) Collect(parts, share * shares[i], inner);
            else parts.Add((share * shares[i], part));
        }
    }

    /// <summary>What stands behind the names.</summary>
    public static ContextNode Unnamed(ContextNode node)
    {
        while (node is NamedNode named) node = named.Context;
        return node;
    }
}
