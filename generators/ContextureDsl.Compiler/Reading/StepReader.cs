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
        return KnownSymbols.Same(owner, known.Events) || KnownSymbols.Same(owner, known.Inputs) || IsContext(owner);
    }

    /// <summary>The tree after a step; null where the call is no step, or cannot be read (then the log knows).</summary>
    public NodeReading? Read(IInvocationOperation call, Frame frame)
    {
        var owner = call.TargetMethod.ContainingType?.OriginalDefinition;
        if (KnownSymbols.Same(owner, known.Mix)) return ReadMix(call, frame);
        if (!IsStep(call.TargetMethod)) return null;
        if (call.Instance is null || tree.Evaluate(call.Instance, frame) is not { } before) return Fail(call);
        return before switch
        {
            RowsReading rows => OnRows(call, rows, frame),
            InputReading input => OnInput(call, input, frame),
            ObservedReading observed => OnObserved(call, observed, frame),
            ConvexReading convex when call.TargetMethod.Name == "Named" => convex,
            _ => Unknown(call, frame),
        };
    }

    private NodeReading? OnRows(IInvocationOperation call, RowsReading rows, Frame frame)
    {
        switch (call.TargetMethod.Name)
        {
            case "Where":
                return Selector(call, rows.Row, frame) is { } predicate ? new RowsReading(rows.Source, rows.Row, rows.Filters.Add(predicate)) : null;
            case "Input" or "InputMany":
                return Selector(call, rows.Row, frame) is { } input ? new InputReading(rows, input, call.TargetMethod.Name == "InputMany") : null;
            default:
                return Unknown(call, frame);
        }
    }

    private NodeReading? OnInput(IInvocationOperation call, InputReading input, Frame frame) => call.TargetMethod.Name switch
    {
        "Context" or "ContextMany" => Selector(call, input.Rows.Row, frame) is { } variable
            ? new ObservedReading(input, variable, call.TargetMethod.Name == "ContextMany").At(frame.Site)
            : null,
        _ => Unknown(call, frame),
    };

    private NodeReading? OnObserved(IInvocationOperation call, ObservedReading observed, Frame frame)
    {
        switch (call.TargetMethod.Name)
        {
            case "Weight":
                return Selector(call, observed.Input.Rows.Row, frame) is { } weight ? observed.WithWeight(weight) : null;
            case "Time":
                return Selector(call, observed.Input.Rows.Row, frame) is { } time ? observed.WithTime(time) : null;
            case "Named":
                return observed.WithDeclaredName(SelectorReader.Argument(call, 0)?.Value.ConstantValue is { HasValue: true, Value: string name } ? name : observed.DeclaredName);
            case "Duplicates" or "MinimumCount":
                return observed;
            default:
                return Unknown(call, frame);
        }
    }

    private SelectorReading? Selector(IInvocationOperation call, ITypeSymbol row, Frame frame)
    {
        var result = call.TargetMethod.TypeArguments.Length == 1 ? frame.Types.Resolve(call.TargetMethod.TypeArguments[0]) : ResultOf(call.TargetMethod);
        if (result is not null && SelectorReader.Read(call, row, result, frame.Types) is { } selector) return selector;
        var argument = SelectorReader.Argument(call, 0)?.Value.Syntax ?? call.Syntax;
        log.NotFollowed(frame, call, $"the code of `{TreeReader.Brief(argument)}` is not in view, because it is held as a delegate", "Write the lambda in place, or pass a static method by name.");
        return null;
    }

    /// <summary>The result of the delegate of a step that has no type argument: bool, double, a time.</summary>
    private static ITypeSymbol? ResultOf(IMethodSymbol method) =>
        method.Parameters is [{ Type: INamedTypeSymbol { DelegateInvokeMethod: { } invoke } }, ..] ? invoke.ReturnType : null;

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
