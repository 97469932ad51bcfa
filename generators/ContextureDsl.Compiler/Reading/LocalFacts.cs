using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>How often the locals and parameters of one body are written: only what is written once has a value that can be read off the source.</summary>
internal sealed class LocalFacts
{
    private readonly Dictionary<ISymbol, List<IOperation?>> writes = new(SymbolEqualityComparer.Default);

    private LocalFacts() { }

    public static LocalFacts Of(IOperation body)
    {
        var facts = new LocalFacts();
        foreach (var operation in body.DescendantsAndSelf()) facts.Note(operation);
        return facts;
    }

    /// <summary>The one value a local ever has; null where it is written more than once or by something other than a plain assignment.</summary>
    public IOperation? ValueOf(ILocalSymbol local) =>
        writes.TryGetValue(local, out var values) && values.Count == 1 ? values[0] : null;

    /// <summary>Whether anything in the body writes this symbol, beyond the initializer of a local.</summary>
    public bool IsWritten(ISymbol symbol) => writes.TryGetValue(symbol, out var values) && (symbol is not ILocalSymbol || values.Count > 1);

    private void Note(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Initializer: { } initializer } declarator:
                Add(declarator.Symbol, initializer.Value);
                break;
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                Add(assignment.Target, assignment.Value);
                break;
            case ISimpleAssignmentOperation assignment:
                Add(assignment.Target, null);
                break;
            case ICompoundAssignmentOperation compound:
                Add(compound.Target, null);
                break;
            case ICoalesceAssignmentOperation coalesce:
                Add(coalesce.Target, null);
                break;
            case IIncrementOrDecrementOperation increment:
                Add(increment.Target, null);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                foreach (var target in deconstruction.Target.DescendantsAndSelf()) Add(target, null);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                Add(argument.Value, null);
                break;
            case IForEachLoopOperation loop:
                foreach (var local in loop.Locals) Add(local, null);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared }:
                Add(declared, null);
                break;
            case IAddressOfOperation address:
                Add(address.Reference, null);
                break;
        }
    }

    private void Add(IOperation target, IOperation? value)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Add(local.Local, value);
                break;
            case IParameterReferenceOperation parameter:
                Add(parameter.Parameter, value);
                break;
            case IDeclarationExpressionOperation declaration:
                Add(declaration.Expression, value);
                break;
        }
    }

    private void Add(ISymbol symbol, IOperation? value)
    {
        if (!writes.TryGetValue(symbol, out var values)) writes.Add(symbol, values = []);
        values.Add(value);
    }
}
