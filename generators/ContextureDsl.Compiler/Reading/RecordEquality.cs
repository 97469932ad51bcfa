using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ContextureDsl.Compiler.Reading;

/// <summary>What is known of the equality of records: the compiler's own compares the instance fields one by one.</summary>
public static class RecordEquality
{
    /// <summary>Whether Equals and GetHashCode are written by the compiler. Known for types in source only.</summary>
    public static bool IsSynthesised(INamedTypeSymbol record)
    {
        if (!record.IsRecord || record.DeclaringSyntaxReferences.IsEmpty) return false;
        foreach (var member in record.OriginalDefinition.GetMembers())
        {
            if (member is not IMethodSymbol { IsImplicitlyDeclared: false, IsStatic: false } method) continue;
            if (method.Name == "GetHashCode" && method.Parameters.IsEmpty) return false;
            if (method is { Name: "Equals", Parameters: [{ Type: var parameter }] } && SymbolEqualityComparer.Default.Equals(parameter, record.OriginalDefinition)) return false;
        }
        return true;
    }

    /// <summary>Whether reading a property gives exactly the value of its field. Known for properties in source only.</summary>
    public static bool IsAuto(IPropertySymbol property) => property.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() switch
    {
        ParameterSyntax => true,
        PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors } => accessors.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null }),
        _ => false,
    };
}
