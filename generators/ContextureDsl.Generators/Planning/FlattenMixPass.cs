using System.Collections.Generic;
using ContextureDsl.Compiler.Equality;
using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Generators.Planning;

/// <summary>
/// Flattens nested convex mixes: Σᵢ uᵢ Σⱼ wᵢⱼ TᵢⱼTᵢⱼ* is one convex combination with the shares uᵢwᵢⱼ, so the emitted operator is one loop over all parts.
/// </summary>
public static class FlattenMixPass
{
    /// <summary>The terms in the order of the parts.</summary>
    public static EquatableArray<SharePlan> Run(DeclarationModel declaration)
    {
        var shares = new List<SharePlan>();
        if (declaration.Tree is { } tree) Collect(shares, tree, "");
        return EquatableArray.Of(shares);
    }

    private static void Collect(List<SharePlan> shares, ContextModel context, string weight)
    {
        switch (context)
        {
            case LeafModel leaf:
                shares.Add(new(weight.Length == 0 ? "1" : weight, leaf.Part));
                break;
            case WalkModel walk:
                Collect(shares, walk.Context, weight);
                break;
            case ConvexModel convex:
                foreach (var part in convex.Parts)
                    Collect(shares, part.Context, weight.Length == 0 ? Factor(part.WeightText) : $"{weight} · {Factor(part.WeightText)}");
                break;
        }
    }

    private static string Factor(string weight)
    {
        foreach (var character in weight)
            if (!char.IsLetterOrDigit(character) && character is not ('.' or '_')) return $"({weight})";
        return weight;
    }
}
