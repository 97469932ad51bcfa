using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ContextureDsl.Compiler.Reading;

/// <summary>How far a member of a type may be seen when its signature names other types.</summary>
internal static class Reach
{
    /// <summary>The widest accessibility of a member of a type that names these types: <c>public</c>, <c>internal</c> or <c>private</c>.</summary>
    public static string Of(INamedTypeSymbol type, params ITypeSymbol[] named)
    {
        var limits = named.SelectMany(Parts).SelectMany(Around).Where(part => part.DeclaredAccessibility != Accessibility.Public).ToList();
        if (limits.Any(limit => limit.DeclaredAccessibility != Accessibility.Internal && !IsHiddenWith(type, limit))) return "private";
        return limits.Count > 0 && Around(type).All(part => part.DeclaredAccessibility == Accessibility.Public) ? "internal" : "public";
    }

    /// <summary>Whether a type is private to the same type as another, or to one inside of that.</summary>
    private static bool IsHiddenWith(INamedTypeSymbol type, INamedTypeSymbol other) => Around(type).Any(part =>
        part is { DeclaredAccessibility: Accessibility.Private, ContainingType: { } owner } && Around(owner).Any(outer => KnownSymbols.Same(outer, other.ContainingType)));

    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol type)
    {
        for (var part = type; part is not null; part = part.ContainingType) yield return part;
    }

    /// <summary>The named types that a type is put together from.</summary>
    private static IEnumerable<INamedTypeSymbol> Parts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Parts(array.ElementType),
        INamedTypeSymbol named => Around(named).SelectMany(part => part.TypeArguments).SelectMany(Parts).Append(named),
        _ => [],
    };
}
