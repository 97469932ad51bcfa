using Microsoft.CodeAnalysis;

namespace ContextureDsl.Analyzers.Association;

/// <summary>Names types of the framework without building strings for all others.</summary>
internal static class FrameworkNames
{
    private static readonly SymbolDisplayFormat Format = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>"System.Guid" and the like; null for a type that is not a plain one below System.</summary>
    public static string? Of(ITypeSymbol? type) =>
        type is INamedTypeSymbol { ContainingType: null, ContainingNamespace: { } space } && Root(space) == "System" ? type.OriginalDefinition.ToDisplayString(Format) : null;

    private static string? Root(INamespaceSymbol space)
    {
        while (space is { IsGlobalNamespace: false, ContainingNamespace: { IsGlobalNamespace: false } outer }) space = outer;
        return space.IsGlobalNamespace ? null : space.Name;
    }
}
