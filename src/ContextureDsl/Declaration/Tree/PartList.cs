namespace ContextureDsl.Tree;

/// <summary>The observed parts of a declaration with their shares: nested convex mixes are flattened and the shares sum to one.</summary>
/// <remarks>Exact: Σᵢ uᵢ Σⱼ wᵢⱼ TᵢⱼTᵢⱼ* is one convex combination with the shares uᵢwᵢⱼ.</remarks>
public static class PartList
{
    /// <summary>The parts in the order of the declaration.</summary>
    /// <exception cref="DeclarationException">A weight is negative or not finite, or all of them are zero.</exception>
    public static IReadOnlyList<(double Share, ObservedNode Part)> Of(ContextNode node)
    {
        var parts = new List<(double, ObservedNode)>();
        Collect(parts, 1, node);
        return parts;
    }

    /// <summary>The names of the parts, in the same order: the declared name, otherwise the text of the context selector.</summary>
    public static IReadOnlyList<string> Names(ContextNode node)
    {
        var names = new List<string>();
        CollectNames(names, node, null);
        return names;
    }

    private static void Collect(List<(double, ObservedNode)> parts, double share, ContextNode node)
    {
        switch (node)
        {
            case ObservedNode observed:
                parts.Add((share, observed));
                break;
            case NamedNode named:
                Collect(parts, share, named.Context);
                break;
            case ConvexNode convex:
                var total = Total(convex);
                foreach (var (weight, part) in convex.Parts)
                    if (weight > 0) Collect(parts, share * (weight / total), part);
                break;
        }
    }

    private static void CollectNames(List<string> names, ContextNode node, string? name)
    {
        switch (node)
        {
            case ObservedNode observed:
                names.Add(name ?? observed.Variable.Text);
                break;
            case NamedNode named:
                CollectNames(names, named.Context, name ?? named.Name);
                break;
            case ConvexNode convex:
                foreach (var (weight, part) in convex.Parts)
                    if (weight > 0) CollectNames(names, part, null);
                break;
        }
    }

    private static double Total(ConvexNode convex)
    {
        var total = 0.0;
        for (var i = 0; i < convex.Parts.Count; i++)
        {
            var weight = convex.Parts[i].Weight;
            if (!(weight >= 0) || double.IsInfinity(weight))
                throw new DeclarationException(FormattableString.Invariant($"Part {i + 1} of {convex.Parts.Count} of Mix.Convex has the weight {weight}. Weights are shares: finite and not negative. Correct the weight, or leave the part out."));
            total += weight;
        }
        if (!(total > 0) || double.IsInfinity(total))
            throw new DeclarationException(FormattableString.Invariant($"The weights of Mix.Convex sum to {total}. They are shares, so their sum must be positive and finite. Give at least one part a positive weight, and none a weight near the largest double."));
        return total;
    }
}
