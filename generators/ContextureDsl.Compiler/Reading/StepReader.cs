using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Reads the fluent steps: what each adds to the tree.</summary>
internal sealed class StepReader
{
    private readonly KnownSymbols known;
    private readonly ReadingLog log;
    private readonly TreeReader tree;
    private readonly MixReader mixes;

    public StepReader(KnownSymbols known, ReadingLog log, TreeReader tree)
    {
        this.known = known;
        this.log = log;
        this.tree = tree;
        mixes = new(log, tree);
    }

    /// <summary>Whether a method is a step on what is before the dot.</summary>
    public bool IsStep(IMethodSymbol method)
    {
        var owner = method.ContainingType?.OriginalDefinition;
        return owner is not null && !method.IsStatic && (IsContext(owner) || known.IsStage(owner));
    }

    /// <summary>Whether a method makes a walk of the context that is its first argument.</summary>
    public bool IsWalk(IMethodSymbol method) => KnownSymbols.Same(method.ContainingType, known.ContextExtensions);

    /// <summary>The tree after a step; null where the call is no step, or cannot be read (then the log knows).</summary>
    public NodeReading? Read(IInvocationOperation call, Frame frame)
    {
        var owner = call.TargetMethod.ContainingType?.OriginalDefinition;
        if (KnownSymbols.Same(owner, known.Mix)) return mixes.Read(call, frame);
        if (IsWalk(call.TargetMethod)) return OnWalk(call, frame);
        if (!IsStep(call.TargetMethod)) return null;
        if (call.Instance is null || tree.Evaluate(call.Instance, frame) is not { } before) return Fail(call);
        if (call.TargetMethod.Name == "Smooth" && KnownSymbols.Same(owner, known.Context)) return mixes.Smooth(call, before, frame);
        return before switch
        {
            RowsReading rows => OnRows(call, rows, frame),
            InputReading input => OnInput(call, input, frame),
            ChainReading chain => OnChain(call, chain, frame),
            PartReading part => OnPart(call, part, frame),
            MixReading or WalkReading when call.TargetMethod.Name == "Named" => before,
            _ => Unknown(call, frame),
        };
    }

    private NodeReading? OnWalk(IInvocationOperation call, Frame frame) =>
        SelectorReader.Argument(call, 0)?.Value is { } walked && tree.Evaluate(walked, frame) is { } context
            ? new WalkReading(context, call.TargetMethod.Name, SelectorReader.Argument(call, 1) is { } amount ? ConstantNumber.Of(amount.Value) : null)
            : Fail(call);

    private NodeReading? OnRows(IInvocationOperation call, RowsReading rows, Frame frame)
    {
        if (call.TargetMethod.Name == "Where") return Selector(call, 0, rows.Row, frame) is { } predicate ? new RowsReading(rows.Source, rows.Row, rows.Filters.Add(predicate)) : null;
        if (!KnownSymbols.Same(call.TargetMethod.ReturnType.OriginalDefinition, known.Inputs)) return OnChain(call, new(rows, null, []), frame);
        return Selector(call, 0, rows.Row, frame) is { } input ? new InputReading(rows, input, call.TargetMethod.Name == "InputMany") : null;
    }

    private NodeReading? OnInput(IInvocationOperation call, InputReading input, Frame frame)
    {
        if (!KnownSymbols.Same(call.TargetMethod.ReturnType.OriginalDefinition, known.ObservedContext)) return OnChain(call, new(input.Rows, input, []), frame);
        return Selector(call, 0, input.Rows.Row, frame) is { } variable ? new ObservedReading(input, variable, call.TargetMethod.Name == "ContextMany").At(frame.Site) : null;
    }

    /// <summary>A step that no other rule knows is taken as it stands: its name and its lambdas over a row. The first one that gives a definition ends the chain.</summary>
    private NodeReading? OnChain(IInvocationOperation call, ChainReading chain, Frame frame)
    {
        var selectors = ImmutableArray.CreateBuilder<SelectorReading>();
        foreach (var parameter in call.TargetMethod.OriginalDefinition.Parameters)
        {
            if (!IsOverRow(parameter.Type)) continue;
            if (Selector(call, parameter.Ordinal, chain.Rows.Row, frame) is not { } selector) return null;
            selectors.Add(selector);
        }
        var grown = new ChainReading(chain.Rows, chain.Input, chain.Steps.Add(new(call.TargetMethod.Name, selectors.ToImmutable())));
        if (!known.IsDefinition(call.Type)) return grown;
        return known.InputOf(call.Type) is { } input ? new KindReading(grown, frame.Types.Resolve(input)).At(frame.Site) : Unknown(call, frame);
    }

    /// <summary>A delegate over an event. Other delegates, over an input or a distance, are values: the tree at run time has them.</summary>
    private static bool IsOverRow(ITypeSymbol type) =>
        type is INamedTypeSymbol { DelegateInvokeMethod.Parameters: [{ Type: ITypeParameterSymbol { Name: KnownSymbols.RowParameter } }, ..] };

    private NodeReading? OnPart(IInvocationOperation call, PartReading part, Frame frame)
    {
        switch (call.TargetMethod.Name)
        {
            case "Weight":
                return Selector(call, 0, part.Rows.Row, frame) is { } weight ? part.WithWeight(weight) : null;
            case "Time":
                return Selector(call, 0, part.Rows.Row, frame) is { } time ? part.WithTime(time) : null;
            case "Named":
                return part.WithDeclaredName(SelectorReader.Argument(call, 0)?.Value.ConstantValue is { HasValue: true, Value: string name } ? name : part.DeclaredName);
            case "MinimumCount":
                return part.WithMinimumCount();
            case "Duplicates":
                return part.Again();
            default:
                return part is KindReading && known.IsDefinition(call.Type) ? part.Again() : Unknown(call, frame);
        }
    }

    private SelectorReading? Selector(IInvocationOperation call, int ordinal, ITypeSymbol row, Frame frame)
    {
        var result = ResultOf(call.TargetMethod, ordinal);
        if (result is not null && SelectorReader.Read(call, ordinal, row, frame.Types.Resolve(result), frame.Types) is { } selector) return selector;
        var argument = SelectorReader.Argument(call, ordinal)?.Value.Syntax ?? call.Syntax;
        log.NotFollowed(frame, call, $"the code of `{TreeReader.Brief(argument)}` is not in view, because it is held as a delegate", "Write the lambda in place, or pass a static method by name.");
        return null;
    }

    /// <summary>What a step's delegate gives: one value of X or A, whose type is an argument of the method, or the result as it stands.</summary>
    private ITypeSymbol? ResultOf(IMethodSymbol method, int ordinal)
    {
        var isKey = KnownSymbols.Same(method.ReturnType.OriginalDefinition, known.Inputs) || KnownSymbols.Same(method.ReturnType.OriginalDefinition, known.ObservedContext);
        if (isKey && method.TypeArguments is [var key]) return key;
        return method.Parameters[ordinal].Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? invoke.ReturnType : null;
    }

    private bool IsContext(INamedTypeSymbol? owner) =>
        KnownSymbols.Same(owner, known.ObservedContext) || KnownSymbols.Same(owner, known.TypedContext) || KnownSymbols.Same(owner, known.Context);

    private NodeReading? Unknown(IInvocationOperation call, Frame frame) =>
        log.NotRead(frame, call, $"the step `{call.TargetMethod.Name}` is not one that code is generated for", "Nothing needs to change: it runs, only slower.");

    private NodeReading? Fail(IInvocationOperation call)
    {
        log.MarkFailed(call);
        return null;
    }
}
