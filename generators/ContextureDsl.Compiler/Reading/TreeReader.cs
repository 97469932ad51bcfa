using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using ContextureDsl.Compiler.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>
/// Evaluates the body of Define symbolically: parameters stand for sources, locals for the one value they are given, steps build the tree.
/// First the whole; where that does not work, every chain inside on its own.
/// </summary>
internal sealed class TreeReader
{
    private readonly KnownSymbols known;
    private readonly BodyFinder bodies;
    private readonly StepReader steps;
    private readonly ReadingLog log;
    private readonly CancellationToken cancellationToken;

    /// <summary>Locals whose values are being evaluated: half-typed code can define one by itself.</summary>
    private readonly HashSet<ISymbol> activeLocals = new(SymbolEqualityComparer.Default);

    public TreeReader(KnownSymbols known, BodyFinder bodies, ReadingLog log, CancellationToken cancellationToken)
    {
        this.known = known;
        this.bodies = bodies;
        this.log = log;
        this.cancellationToken = cancellationToken;
        steps = new(known, log, this);
    }

    /// <summary>What the body returns; null where that depends on more than the source.</summary>
    public NodeReading? ReadWhole(Frame frame)
    {
        var outcome = Run(Statements(frame.Body), frame, out var result);
        if (outcome == Outcome.Continued) log.NotRead(frame, frame.Body, "nothing is returned", "Return the context.");
        return outcome == Outcome.Returned ? result : null;
    }

    /// <summary>Every chain inside of the body that can be read on its own, in the order of the source.</summary>
    public IReadOnlyList<WalkedReading> CollectParts(Frame frame)
    {
        var parts = new List<PartReading>();
        CollectParts(frame, parts);
        return [.. parts.Select(part => new WalkedReading(part, []))];
    }

    private void CollectParts(Frame frame, List<PartReading> parts)
    {
        foreach (var operation in frame.Body.Descendants())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (operation is not (IInvocationOperation or ILocalReferenceOperation) || !known.IsDefinition(operation.Type) || IsOnTheWay(operation, frame)) continue;
            if (operation is IInvocationOperation call && Evaluate(call, frame) is null && Enter(call, frame) is { } inner) CollectParts(inner, parts);
            else if (Evaluate(operation, frame) is { } reading) AddLeaves(reading, parts);
        }
    }

    /// <summary>The leaves of a tree in order.</summary>
    private static void AddLeaves(NodeReading reading, List<PartReading> leaves)
    {
        if (reading is PartReading leaf) leaves.Add(leaf);
        foreach (var child in reading.Children) AddLeaves(child, leaves);
    }

    /// <summary>What an expression stands for; null, with a finding, where it cannot be told.</summary>
    public NodeReading? Evaluate(IOperation operation, Frame frame)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (operation)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                return Evaluate(conversion.Operand, frame);
            case IParameterReferenceOperation parameter:
                return frame.Lookup(parameter.Parameter) ?? log.NotRead(frame, operation, $"what `{operation.Syntax}` stands for is decided when the program runs", "Use the parameters of Define as they are, and give each step a local of its own.");
            case ILocalReferenceOperation local:
                return EvaluateLocal(local, frame);
            case IConditionalOperation { Condition.ConstantValue: { HasValue: true, Value: bool holds } } conditional:
                return (holds ? conditional.WhenTrue : conditional.WhenFalse) is { } live ? Evaluate(live, frame) : null;
            case IConditionalOperation conditional:
                return log.NotRead(frame, operation, $"`{Brief(conditional.Condition.Syntax)} ? … : …` is decided when the object is made", "Return one tree for all objects, for instance with a weight that depends on the parameter, or declare two classes.");
            case IInvocationOperation call:
                return frame.Remembered(call) ?? frame.Remember(call, steps.Read(call, frame) ?? Follow(call, frame));
            default:
                return log.NotRead(frame, operation, $"`{Brief(operation.Syntax)}` is not a step of a declaration", "Write the chain orders.Input(…).Context(…) out in Define, or in a static method that takes the Events.");
        }
    }

    internal static string Brief(SyntaxNode syntax)
    {
        var text = string.Join(" ", syntax.ToString().Split(default(char[]), System.StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text.Substring(0, 57) + "…";
    }

    private NodeReading? EvaluateLocal(ILocalReferenceOperation reference, Frame frame)
    {
        if (frame.Lookup(reference.Local) is not var (value, owner))
            return log.NotRead(frame, reference, $"the local `{reference.Local.Name}` is assigned more than once", "Give each step a local of its own.");
        if (!activeLocals.Add(reference.Local)) return null;
        var reading = Evaluate(value, owner);
        activeLocals.Remove(reference.Local);
        return reading is PartReading part ? part.WithLocal(reference.Local.Name) : reading;
    }

    private NodeReading? Follow(IInvocationOperation call, Frame frame)
    {
        if (log.HasFailed(call)) return null;
        if (Enter(call, frame) is not { } inner)
            return log.NotFollowed(frame, call, $"`{Brief(call.Syntax)}` {bodies.WhyNot(call, frame)}", "Write the chain in Define, or in a static method of this project.");
        return ReadWhole(inner);
    }

    private Frame? Enter(IInvocationOperation call, Frame frame)
    {
        if (bodies.Enter(call, frame) is not { } inner) return null;
        foreach (var argument in call.Arguments)
            if (argument.Parameter is { } parameter && bodies.ParameterOf(inner, parameter.Ordinal) is { } bound && IsReadable(argument.Value.Type) && Evaluate(argument.Value, frame) is { } reading)
                inner.Bind(bound, reading);
        return inner;
    }

    private bool IsReadable(ITypeSymbol? type) =>
        known.IsDefinition(type) || (type is INamedTypeSymbol named && (known.IsStage(named.OriginalDefinition)));

    /// <summary>Whether a value is only a stage of a longer chain, or sits in a local whose uses are looked at instead.</summary>
    private bool IsOnTheWay(IOperation operation, Frame frame)
    {
        var parent = operation.Parent;
        while (parent is IConversionOperation) parent = parent.Parent;
        return parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => steps.IsWalk(call.TargetMethod),
            IInvocationOperation call => call.Instance is { } instance && instance.Syntax.Span.Contains(operation.Syntax.Span) && steps.IsStep(call.TargetMethod),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => frame.Locals.ValueOf(declarator.Symbol) is not null,
            _ => false,
        };
    }

    private static IEnumerable<IOperation> Statements(IOperation body) => body switch
    {
        IMethodBodyOperation method => (method.BlockBody ?? method.ExpressionBody)?.Operations ?? [],
        ILocalFunctionOperation function => function.Body?.Operations ?? [],
        IAnonymousFunctionOperation lambda => lambda.Body.Operations,
        _ => [body],
    };

    private Outcome Run(IEnumerable<IOperation> statements, Frame frame, out NodeReading? result)
    {
        result = null;
        foreach (var statement in statements)
        {
            var outcome = Run(statement, frame, out result);
            if (outcome != Outcome.Continued) return outcome;
        }
        return Outcome.Continued;
    }

    private Outcome Run(IOperation statement, Frame frame, out NodeReading? result)
    {
        result = null;
        switch (statement)
        {
            case IVariableDeclarationGroupOperation or ILocalFunctionOperation or IEmptyOperation:
                return Outcome.Continued;
            case IExpressionStatementOperation { Operation: IAssignmentOperation or IInvocationOperation or IIncrementOrDecrementOperation }:
                return Outcome.Continued;
            case IBlockOperation block:
                return Run(block.Operations, frame, out result);
            case IReturnOperation { ReturnedValue: { } value }:
                result = Evaluate(value, frame);
                return result is null ? Outcome.Failed : Outcome.Returned;
            case IConditionalOperation { Condition.ConstantValue: { HasValue: true, Value: bool holds } } conditional:
                return (holds ? conditional.WhenTrue : conditional.WhenFalse) is { } live ? Run(live, frame, out result) : Outcome.Continued;
            default:
                var (what, remedy) = Refusal(statement);
                log.NotRead(frame, statement, what, remedy);
                return Outcome.Failed;
        }
    }

    private static (string What, string Remedy) Refusal(IOperation statement) => statement switch
    {
        IConditionalOperation conditional => ($"`if ({Brief(conditional.Condition.Syntax)})` is decided when the object is made", "Return one tree for all objects, for instance with a weight that depends on the parameter, or declare two classes."),
        ISwitchOperation choice => ($"`switch ({Brief(choice.Value.Syntax)})` is decided when the object is made", "Return one tree for all objects, or declare a class for each case."),
        ILoopOperation loop => ($"the parts are built in a loop, `{Brief(loop.Syntax)}`", "Write the parts of the mix out one by one."),
        _ => ($"`{Brief(statement.Syntax)}` is not a statement that is read", "Leave locals, chains and a return in Define."),
    };

    private enum Outcome
    {
        Continued,
        Returned,
        Failed,
    }
}
