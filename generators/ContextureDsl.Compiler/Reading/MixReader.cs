using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Reads the mixes: contexts that are made of others.</summary>
internal sealed class MixReader
{
    private readonly ReadingLog log;
    private readonly TreeReader tree;

    public MixReader(ReadingLog log, TreeReader tree)
    {
        this.log = log;
        this.tree = tree;
    }

    /// <summary>The mix that a method of <c>Mix</c> makes; null, with a finding, where it cannot be told.</summary>
    public NodeReading? Read(IInvocationOperation call, Frame frame) => call.TargetMethod.Name switch
    {
        "Convex" => Weighed(call, frame) is { } parts ? new ConvexReading(call, parts, isLearnt: false, frame.Site) : null,
        "MinMax" => Weighed(call, frame) is { } parts ? new ConvexReading(call, parts, isLearnt: true, frame.Site) : null,
        "Average" => Weighed(call, frame) is { } parts ? new AverageReading(call, parts, frame.Site) : null,
        "Convolve" => Arguments(call, frame) is { } factors ? new ConvolveReading(call, factors, frame.Site) : null,
        "Joint" => Arguments(call, frame) is [var first, var second] ? new JointReading(call, first, second, frame.Site) : null,
        "Concatenate" => Listed(call, frame) is { } parts ? new ConcatenationReading(call, parts, frame.Site) : null,
        _ => log.NotRead(frame, call, $"the mix `{call.TargetMethod.Name}` is not one that code is generated for", "Nothing needs to change: it runs, only slower."),
    };

    /// <summary>There and back through a context.</summary>
    public NodeReading Smooth(IInvocationOperation call, NodeReading context, Frame frame) => new SmoothReading(call, context, frame.Site);

    private ImmutableArray<WeighedReading>? Weighed(IInvocationOperation call, Frame frame)
    {
        if (Elements(call, frame) is not { } elements) return null;
        var parts = ImmutableArray.CreateBuilder<WeighedReading>();
        foreach (var element in elements)
        {
            if (ReadPart(element, frame) is not { } part) return Fail<WeighedReading>(call);
            parts.Add(part);
        }
        return parts.ToImmutable();
    }

    private WeighedReading? ReadPart(IOperation element, Frame frame)
    {
        var owner = frame;
        var value = MixArguments.Peeled(element);
        if (value is ILocalReferenceOperation { Type.IsTupleType: true } local && frame.Lookup(local.Local) is var (held, holder)) (value, owner) = (MixArguments.Peeled(held), holder);
        if (value is not ITupleOperation { Elements: [var weight, var context] })
            return tree.Evaluate(element, frame) is { } single ? new(null, single, MixArguments.PartSyntax(element)) : null;
        return tree.Evaluate(context, owner) is { } reading ? new(weight, reading, MixArguments.PartSyntax(element)) : null;
    }

    /// <summary>The parts of a concatenation: concatenations within it are flattened where it is made.</summary>
    private ImmutableArray<NodeReading>? Listed(IInvocationOperation call, Frame frame)
    {
        if (Elements(call, frame) is not { } elements) return null;
        var parts = ImmutableArray.CreateBuilder<NodeReading>();
        foreach (var element in elements)
        {
            if (tree.Evaluate(element, frame) is not { } part) return Fail<NodeReading>(call);
            if (part is ConcatenationReading inner) parts.AddRange(inner.Parts);
            else parts.Add(part);
        }
        return parts.ToImmutable();
    }

    /// <summary>One context for each parameter, in the order of the parameters, wherever the arguments are written.</summary>
    private ImmutableArray<NodeReading>? Arguments(IInvocationOperation call, Frame frame)
    {
        var contexts = ImmutableArray.CreateBuilder<NodeReading>();
        foreach (var parameter in call.TargetMethod.Parameters)
        {
            if (SelectorReader.Argument(call, parameter.Ordinal) is not { } argument || tree.Evaluate(argument.Value, frame) is not { } context) return Fail<NodeReading>(call);
            contexts.Add(context);
        }
        return contexts.ToImmutable();
    }

    /// <summary>What is listed in a call that takes any number of parts.</summary>
    private IReadOnlyList<IOperation>? Elements(IInvocationOperation call, Frame frame)
    {
        if (MixArguments.Elements(call) is { } elements) return elements;
        log.NotRead(frame, call, $"the parts of `{TreeReader.Brief(call.Syntax)}` are collected when the program runs", "Write the parts of the mix out one by one.");
        return null;
    }

    private ImmutableArray<T>? Fail<T>(IInvocationOperation call)
    {
        log.MarkFailed(call);
        return null;
    }
}
