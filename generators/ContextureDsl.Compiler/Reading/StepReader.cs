using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Reads the fluent steps and the mixes: what each adds to the tree.</summary>
internal sealed class StepReader
{
    private readonly KnownSymbols known;
    private readonly ReadingLog log;
    private readonly TreeReader tree;

    public StepReader(KnownSymbols known, ReadingLog log, TreeReader tree)
    {
        this.known = known;
        this.log = log;
        this.tree = tree;
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
        if (KnownSymbols.Same(owner, known.Mix)) return ReadMix(call, frame);
        if (IsWalk(call.TargetMethod)) return SelectorReader.Argument(call, 0)?.Value is { } walked && tree.Evaluate(walked, frame) is { } context ? new WalkReading(context, call.TargetMethod.Name) : Fail(call);
        if (!IsStep(call.TargetMethod)) return null;
        if (call.Instance is null || tree.Evaluate(call.Instance, frame) is not { } before) return Fail(call);
        return before switch
        {
            RowsReading rows => OnRows(call, rows, frame),
            InputReading input => OnInput(call, input, frame),
            ChainReading chain => OnChain(call, chain, frame),
            PartReading part => OnPart(call, part, frame),
            ConvexReading or WalkReading when call.TargetMethod.Name == "Named" => before,
            _ => Unknown(call, frame),
        };
    }

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
            case "Duplicates" or "MinimumCount":
                return part;
            default:
                return part is KindReading && known.IsDefinition(call.Type) ? part : Unknown(call, frame);
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

    private NodeReading? ReadMix(IInvocationOperation call, Frame frame)
    {
        if (call.TargetMethod.Name != "Convex" || call.Arguments is not [{ Value: var value }] || Elements(value) is not { } elements)
        {
            log.NotRead(frame, call, $"the parts of `{TreeReader.Brief(call.Syntax)}` are collected when the program runs", "Write the parts of the mix out one by one.");
            return null;
        }
        var parts = ImmutableArray.CreateBuilder<ConvexPartReading>();
        foreach (var element in elements)
        {
            if (ReadPart(element, frame) is not { } part) return Fail(call);
            parts.Add(part);
        }
        return new ConvexReading(call, parts.ToImmutable());
    }

    private ConvexPartReading? ReadPart(IOperation element, Frame frame)
    {
        var owner = frame;
        var value = Peeled(element);
        if (value is ILocalReferenceOperation { Type.IsTupleType: true } local && frame.Lookup(local.Local) is var (held, holder)) (value, owner) = (Peeled(held), holder);
        if (value is not ITupleOperation { Elements: [var weight, var context] })
            return tree.Evaluate(element, frame) is { } single ? new("1", single, PartSyntax(element)) : null;
        return tree.Evaluate(context, owner) is { } reading ? new(TreeReader.Brief(weight.Syntax), reading, PartSyntax(element)) : null;
    }

    /// <summary>The list element that holds a part: the whole argument, not only its expression.</summary>
    private static SyntaxNode PartSyntax(IOperation element) =>
        element.Syntax.FirstAncestorOrSelf<SyntaxNode>(node => node is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax } or CollectionElementSyntax || node.Parent is InitializerExpressionSyntax) ?? element.Syntax;

    private static IReadOnlyList<IOperation>? Elements(IOperation value) => Peeled(value) switch
    {
        ICollectionExpressionOperation collection when !HasSpread(collection) => collection.Elements,
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        _ => null,
    };

    private static bool HasSpread(ICollectionExpressionOperation collection)
    {
        foreach (var element in collection.Elements)
            if (element is ISpreadOperation) return true;
        return false;
    }

    private static IOperation Peeled(IOperation operation)
    {
        while (operation is IConversionOperation conversion) operation = conversion.Operand;
        return operation;
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
