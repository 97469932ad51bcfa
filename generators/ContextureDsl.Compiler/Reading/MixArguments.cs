using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>What is written in a call of <c>Mix</c> that takes any number of parts.</summary>
public static class MixArguments
{
    /// <summary>How the library calls the parameter that takes any number of contexts.</summary>
    private const string Parts = "parts";

    /// <summary>The parts one by one; null where they are collected when the program runs, or the call takes none.</summary>
    public static IReadOnlyList<IOperation>? Elements(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == Parts) is { } argument ? Elements(argument.Value) : null;

    /// <summary>The list element that holds a part: the whole argument, not only its expression.</summary>
    public static SyntaxNode PartSyntax(IOperation element) =>
        element.Syntax.FirstAncestorOrSelf<SyntaxNode>(node => node is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax } or CollectionElementSyntax || node.Parent is InitializerExpressionSyntax) ?? element.Syntax;

    /// <summary>The operation under its conversions.</summary>
    public static IOperation Peeled(IOperation operation)
    {
        while (operation is IConversionOperation conversion) operation = conversion.Operand;
        return operation;
    }

    private static IReadOnlyList<IOperation>? Elements(IOperation value) => Peeled(value) switch
    {
        ICollectionExpressionOperation collection when !collection.Elements.Any(element => element is ISpreadOperation) => collection.Elements,
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        _ => null,
    };
}
