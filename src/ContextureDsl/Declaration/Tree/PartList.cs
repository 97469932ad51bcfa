namespace ContextureDsl.Tree;

/// <summary>The parts of a declaration with their shares: nested convex mixes are flattened and the shares sum to one.</summary>
/// <remarks>Exact: Σᵢ uᵢ Σⱼ wᵢⱼ TᵢⱼTᵢⱼ* is one convex combination with the shares uᵢwᵢⱼ.</remarks>
public static class PartList
{
    /// <summary>The parts in the order of the declaration, those of share zero left out.</summary>
    /// <exception cref="DeclarationException">A weight is negative or not finite, or all of them are zero.</exception>
    public static IReadOnlyList<DeclaredPart> Of(ContextNode node)
    {
        var parts = new List<DeclaredPart>();
        Collect(parts, 1, node, null, null);
        return parts;
    }

    private static void Collect(List<DeclaredPart> parts, double share, ContextNode node, string? name, WalkLaw? walk)
    {
        switch (node)
        {
            case PartNode part:
                parts.Add(new(share, part, name ?? part.VariableText) { Walk = walk });
                break;
            case NamedNode named:
                Collect(parts, share, named.Context, name ?? named.Name, walk);
                break;
            case WalkNode walked:
                Collect(parts, share, walked.Context, name, walk is null ? walked.Law : walked.Law.Then(walk));
                break;
            case ConvexNode convex:
                var total = Total(convex);
                foreach (var (weight, part) in convex.Parts)
                    if (weight > 0) Collect(parts, share * (weight / total), part, null, null);
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
