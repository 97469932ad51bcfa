using System.Linq;
using ContextureDsl.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Analyzers.Association;

/// <summary>Knows where a new record is its arguments and nothing else, so that equal arguments give equal keys.</summary>
internal static class PlainRecord
{
    /// <summary>
    /// Whether the primary constructor is called, the compiler writes the equality, and every field that it compares is that of a positional property. A field or a property with a value of
    /// its own, here or in a base, may hold anything, such as a new identifier.
    /// </summary>
    public static bool IsMadeBy(IObjectCreationOperation creation) =>
        creation is { Initializer: null, Constructor: { } constructor, Type: INamedTypeSymbol record }
        && RecordEquality.IsSynthesised(record)
        && (record.IsValueType || record.BaseType is { SpecialType: SpecialType.System_Object })
        && constructor.OriginalDefinition.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax)
        && record.OriginalDefinition.GetMembers().All(member => member.IsStatic || IsPositional(member));

    private static bool IsPositional(ISymbol member) => member switch
    {
        IFieldSymbol field => field.AssociatedSymbol is IPropertySymbol property && property.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is ParameterSyntax),
        IEventSymbol => false,
        _ => true,
    };
}
