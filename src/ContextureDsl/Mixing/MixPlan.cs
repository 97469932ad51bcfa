using ContextureDsl.Tree;

namespace ContextureDsl.Mixing;

/// <summary>The tree of a declaration as expressions over its parts: one, or one for every part of a concatenation.</summary>
internal sealed class MixPlan
{
    private readonly List<WalkLaw> walks = [];
    private readonly List<JointNode> joints = [];

    private MixPlan(ContextNode node)
    {
        Parts = PartList.Of(node);
        var unnamed = Shares.Unnamed(node);
        Mixes = unnamed is ConcatenationNode concatenation ? [.. concatenation.Parts.Select(Mix)] : [Mix(node)];
        IsConcatenation = unnamed is ConcatenationNode { Parts.Count: > 1 };
    }

    /// <summary>The parts, each once.</summary>
    public IReadOnlyList<DeclaredPart> Parts { get; }

    /// <summary>What is learnt: each gives an encoder.</summary>
    public IReadOnlyList<DeclaredMix> Mixes { get; }

    /// <summary>Whether there are several encoders, which are put side by side.</summary>
    public bool IsConcatenation { get; }

    /// <summary>Whether it is one context, or a convex mix of contexts with declared weights: the parts side by side, in their order.</summary>
    public bool IsConvex => !IsConcatenation && Mixes[0].Rule is null && Mixes[0].Term is PartTerm or ConvexTerm && Mixes[0].Term.Children.All(child => child is PartTerm);

    /// <summary>The laws of the walks that are taken on mixes, by the number in <see cref="WalkTerm.Walk"/>.</summary>
    public IReadOnlyList<WalkLaw> Walks => walks;

    /// <summary>The contexts that are seen at once, by the number in <see cref="JointTerm.Number"/>.</summary>
    public IReadOnlyList<JointNode> Joints => joints;

    /// <summary>Reads the tree.</summary>
    /// <exception cref="DeclarationException">The tree has no meaning; the message says why.</exception>
    public static MixPlan Of(ContextNode node) => new(node);

    private DeclaredMix Mix(ContextNode node) => new(Term(node), (node as NamedNode)?.Name, Shares.Unnamed(node), (Shares.Unnamed(node) as ConvexNode)?.Rule);

    private MixTerm Term(ContextNode node)
    {
        if (WalkedPart.Of(node) is { } part) return new PartTerm(PartList.IndexOf(Parts, part));
        switch (node)
        {
            case NamedNode named:
                return Term(named.Context);
            case WalkNode walk:
                walks.Add(walk.Law);
                return new WalkTerm(walks.Count - 1, Term(walk.Context));
            case SmoothNode smooth:
                return new ChainTerm([Term(smooth.Context)], null);
            case ConvolveNode convolve:
                return new ChainTerm([.. convolve.Factors.SkipLast(1).Select(Term)], Term(convolve.Factors[^1]));
            case AverageNode average:
                return new AverageTerm(Weighed(Shares.Of("Mix.Average", average.Parts).Zip(average.Parts, (share, one) => (share, one.Context))));
            case ConvexNode convex:
                return new ConvexTerm(Weighed(Shares.Flattened(convex)));
            case JointNode joint:
                joints.Add(joint);
                return new JointTerm(joints.Count - 1, Term(joint.First), Term(joint.Second));
            default:
                throw new ArgumentException($"{node.GetType().Name} is not a context that can be mixed.", nameof(node));
        }
    }

    private WeighedTerm[] Weighed(IEnumerable<(double Share, ContextNode Context)> parts) => [.. parts.Where(part => part.Share > 0).Select(part => new WeighedTerm(part.Share, Term(part.Context)))];
}
