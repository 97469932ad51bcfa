using System;
using System.Collections.Generic;
using System.Linq;
using ContextureDsl.Compiler.Model;
using ContextureDsl.Mixing;

namespace ContextureDsl.Generators.Planning;

/// <summary>Makes a tree the expression that the library makes of it at run time.</summary>
/// <remarks>A weight that is known only then gets a number that no other weight has, so that nothing is merged because it looks alike here.</remarks>
internal sealed class TermReader
{
    private readonly double step;
    private readonly List<string> walks = [];
    private int joints;

    /// <param name="step">Irrational: its multiples without their whole parts are the numbers that stand for unknown weights.</param>
    public TermReader(double step) => this.step = step;

    /// <summary>The names of the walks that are taken on mixes, by the number in <see cref="WalkTerm.Walk"/>.</summary>
    public IReadOnlyList<string> Walks => walks;

    /// <summary>Whether the share of every part of a combination is known.</summary>
    public static bool IsKnown(ContextModel combination) => combination switch
    {
        ConvexModel convex => !convex.IsLearnt && convex.Parts.All(part => part.Weight is >= 0),
        AverageModel average => average.Parts.All(part => part.Weight is >= 0),
        _ => true,
    };

    /// <summary>The expression.</summary>
    public MixTerm Read(ContextModel node)
    {
        switch (node)
        {
            case LeafModel leaf:
                return new PartTerm(leaf.Part);
            case WalkModel walk:
                if (LeafUnder(walk) is { } walked) return new PartTerm(walked.Part);
                walks.Add(walk.Name);
                return new WalkTerm(walks.Count - 1, Read(walk.Context));
            case SmoothModel smooth:
                return new ChainTerm([Read(smooth.Context)], null);
            case ConvolveModel convolve:
                return new ChainTerm([.. convolve.Factors.Take(convolve.Factors.Count - 1).Select(Read)], Read(convolve.Factors[convolve.Factors.Count - 1]));
            case AverageModel average:
                return new AverageTerm(Weighed(average.Parts, IsKnown(average)));
            case ConvexModel convex:
                return new ConvexTerm(Weighed(convex.Parts, IsKnown(convex)));
            case JointModel joint:
                return new JointTerm(joints++, Read(joint.First), Read(joint.Second));
            default:
                throw new ArgumentException($"{node.GetType().Name} has no operator.", nameof(node));
        }
    }

    /// <summary>The leaf that a walk is taken on; null where it is taken on a mix.</summary>
    private static LeafModel? LeafUnder(WalkModel walk) => walk.Context switch
    {
        LeafModel leaf => leaf,
        WalkModel inner => LeafUnder(inner),
        _ => null,
    };

    private List<WeighedTerm> Weighed(IReadOnlyList<WeighedModel> parts, bool isKnown)
    {
        var total = parts.Sum(part => part.Weight ?? 0);
        return [.. parts.Where(part => !isKnown || part.Weight > 0).Select(part => new WeighedTerm(isKnown ? part.Weight!.Value / total : Unknown(part), Read(part.Context)))];
    }

    private double Unknown(WeighedModel part)
    {
        var multiple = (part.Number + 1) * step;
        return multiple - Math.Floor(multiple);
    }
}
