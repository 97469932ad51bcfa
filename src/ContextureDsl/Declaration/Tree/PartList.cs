namespace ContextureDsl.Tree;

/// <summary>The parts of a declaration, each once, with their shares in the one P_X: weights are multiplied from the root to the leaf, and contexts without weights (factors, joint and concatenated ones) count equally.</summary>
/// <remarks>For a convex mix the shares are its weights: nested mixes are flattened, Σᵢ uᵢ Σⱼ wᵢⱼ TᵢⱼTᵢⱼ* being one convex combination with the shares uᵢwᵢⱼ.</remarks>
public static class PartList
{
    /// <summary>The parts in the order in which they first stand in the declaration, those of share zero left out.</summary>
    /// <exception cref="DeclarationException">A weight is negative or not finite, or all of them are zero; or weights are to be learnt within a mix.</exception>
    public static IReadOnlyList<DeclaredPart> Of(ContextNode node)
    {
        var parts = new List<DeclaredPart>();
        Collect(parts, 1, node, isOutermost: true);
        return parts;
    }

    /// <summary>The number of a part in the list; −1 where it is not in it.</summary>
    internal static int IndexOf(IReadOnlyList<DeclaredPart> parts, WalkedPart part)
    {
        for (var i = 0; i < parts.Count; i++)
            if (part.IsSame(parts[i].Part, parts[i].Walk)) return i;
        return -1;
    }

    private static void Collect(List<DeclaredPart> parts, double share, ContextNode node, bool isOutermost)
    {
        if (WalkedPart.Of(node) is { } part)
        {
            Add(parts, share, part);
            return;
        }
        switch (node)
        {
            case NamedNode named:
                Collect(parts, share, named.Context, isOutermost);
                break;
            case WalkNode walked:
                Collect(parts, share, walked.Context, isOutermost: false);
                break;
            case SmoothNode smooth:
                Collect(parts, share, smooth.Context, isOutermost: false);
                break;
            case ConvexNode convex:
                if (convex.Rule is not null && !isOutermost)
                    throw new DeclarationException("Mix.MinMax stands within another mix. Its weights are learnt from the functions of the whole, so it may only be the outermost mix, or a part of Mix.Concatenate. Use Mix.Convex with declared weights here.");
                foreach (var (weight, context) in Shares.Flattened(convex)) Collect(parts, share * weight, context, isOutermost: false);
                break;
            case AverageNode average:
                var shares = Shares.Of("Mix.Average", average.Parts);
                for (var i = 0; i < shares.Length; i++)
                    if (shares[i] > 0) Collect(parts, share * shares[i], average.Parts[i].Context, isOutermost: false);
                break;
            case ConvolveNode convolve:
                foreach (var factor in convolve.Factors) Collect(parts, share / convolve.Factors.Count, factor, isOutermost: false);
                break;
            case JointNode joint:
                Collect(parts, share / 2, joint.First, isOutermost: false);
                Collect(parts, share / 2, joint.Second, isOutermost: false);
                break;
            case ConcatenationNode concatenation:
                foreach (var one in concatenation.Parts) Collect(parts, share / concatenation.Parts.Count, one, isOutermost);
                break;
        }
    }

    /// <summary>What stands in the declaration twice is learnt once, and its shares are added.</summary>
    private static void Add(List<DeclaredPart> parts, double share, WalkedPart part)
    {
        var index = IndexOf(parts, part);
        if (index >= 0) parts[index] = parts[index] with { Share = parts[index].Share + share };
        else parts.Add(new(share, part.Part, part.Name ?? part.Part.VariableText) { Walk = part.Walk });
    }
}
