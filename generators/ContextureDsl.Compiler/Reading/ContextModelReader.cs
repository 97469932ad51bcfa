using System.Collections.Generic;
using System.Linq;
using ContextureDsl.Compiler.Equality;
using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Turns the tree that was read into one over the parts of the declaration, each known by its number.</summary>
internal sealed class ContextModelReader
{
    private readonly PartOrder order;
    private readonly List<WeighedReading> weights = [];

    public ContextModelReader(PartOrder order) => this.order = order;

    /// <summary>The whole; null where it has something in it that is no context, as in half-typed code.</summary>
    public ContextModel? ReadWhole(NodeReading node) => node is ConcatenationReading concatenation ? All(concatenation) is { } parts ? new ConcatenationModel(parts) : null : Read(node);

    private ContextModel? Read(NodeReading node) => node switch
    {
        PartReading leaf => new LeafModel(order.PartAt(leaf)!.Value, order.LeafOf(leaf)),
        WalkReading walk => ReadWalk(walk),
        SmoothReading smooth => Read(smooth.Context) is { } context ? new SmoothModel(context) : null,
        ConvexReading convex => Weighed(convex) is { } parts ? new ConvexModel(parts, convex.IsLearnt) : null,
        AverageReading average => Weighed(average) is { } parts ? new AverageModel(parts) : null,
        ConvolveReading convolve => All(convolve) is { } factors ? new ConvolveModel(factors) : null,
        JointReading joint => All(joint) is [var first, var second] ? new JointModel(first, second) : null,
        _ => null,
    };

    /// <summary>A leaf under a walk is another part than the leaf by itself.</summary>
    private ContextModel? ReadWalk(WalkReading walk)
    {
        if (WalkedReading.Of(walk) is not { } walked) return Read(walk.Context) is { } step ? new WalkModel(step, walk.Name) : null;
        ContextModel context = new LeafModel(order.PartAt(walk)!.Value, order.LeafOf(walked.Part));
        foreach (var step in walked.Walk.Reverse()) context = new WalkModel(context, step.Name);
        return context;
    }

    private EquatableArray<ContextModel>? All(MixReading mix)
    {
        var contexts = mix.Children.Select(Read).ToList();
        return contexts.Contains(null) ? null : EquatableArray.Of(contexts.Select(context => context!));
    }

    private EquatableArray<WeighedModel>? Weighed(CombinationReading combination) => All(combination) is { } contexts
        ? EquatableArray.Of(combination.Parts.Select((part, i) => new WeighedModel(part.WeightText, part.Constant, NumberOf(part), contexts[i])))
        : null;

    private int NumberOf(WeighedReading part)
    {
        var number = weights.IndexOf(part);
        if (number >= 0) return number;
        weights.Add(part);
        return weights.Count - 1;
    }
}
