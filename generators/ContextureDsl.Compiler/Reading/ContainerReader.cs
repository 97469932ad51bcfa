using System.Collections.Generic;
using System.Linq;
using ContextureDsl.Compiler.Equality;
using ContextureDsl.Compiler.Findings;
using ContextureDsl.Compiler.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Reads the types around a declaration and whether a generated part of it can be written.</summary>
internal static class ContainerReader
{
    /// <summary>The oldest language that emitted code is written in: it has collection expressions.</summary>
    public const LanguageVersion Required = LanguageVersion.CSharp12;

    public static EquatableArray<ContainerModel> Read(INamedTypeSymbol type) => EquatableArray.Of(Chain(type).Select(Model));

    /// <summary>The names of members that emitted members would clash with. Others are left out, so that editing them changes no model.</summary>
    /// <param name="type">The declaring type.</param>
    /// <param name="rows">The types of the events, which the parameters of Learn begin with.</param>
    public static EquatableArray<string> TakenNames(INamedTypeSymbol type, IReadOnlyList<ITypeSymbol> rows) => EquatableArray.Of(type.MemberNames
        .Where(name => name is "Learn" or "LearnAsync" ? type.GetMembers(name).Any(member => Clashes(member, rows)) : name.EndsWith("Plan", System.StringComparison.Ordinal))
        .OrderBy(name => name, System.StringComparer.Ordinal));

    /// <summary>An overload with other parameters may stand beside the emitted method.</summary>
    private static bool Clashes(ISymbol member, IReadOnlyList<ITypeSymbol> rows)
    {
        if (member is not IMethodSymbol { TypeParameters.IsEmpty: true } method) return member is not IMethodSymbol;
        var parameters = method.Parameters;
        if (parameters.Length != rows.Count + 3) return false;
        for (var i = 0; i < rows.Count; i++)
            if (parameters[i].Type is not INamedTypeSymbol { Name: "IEnumerable" or "IAsyncEnumerable", TypeArguments: [var row] } || !SymbolEqualityComparer.Default.Equals(row, rows[i])) return false;
        return (parameters[rows.Count].Type.Name, parameters[rows.Count + 1].Type.Name, parameters[rows.Count + 2].Type.Name) is ("LearnOptions", "IProgress", "CancellationToken");
    }

    /// <summary>Everything that keeps a generated part from being written.</summary>
    public static IEnumerable<Finding> Check(INamedTypeSymbol type, bool fatal)
    {
        // Reported at the declaration itself, also where a type around it is at fault: that is where the reader of the message is, and one fix does all.
        if (Chain(type).FirstOrDefault(IsNotPartial) is { } notPartial)
            yield return new(FindingCode.NotPartial, Location(type), type.Name, Consequence(type, notPartial, fatal)) { Fatal = fatal };
        if (Chain(type).FirstOrDefault(container => container.IsFileLocal) is { } local)
            yield return new(FindingCode.UnsupportedContainer, Location(type), type.Name, $"`{local.Name}` is a file-local type, which a generated file cannot extend", "Make it internal.") { Fatal = fatal };
        if (type.IsRefLikeType)
            yield return new(FindingCode.UnsupportedContainer, Location(type), type.Name, $"`{type.Name}` is a ref struct, which cannot be the type of an event", "Make it a record or a plain struct.") { Fatal = fatal };
        if (type.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: var version } && version < Required)
            yield return new(FindingCode.LanguageVersion, Location(type), type.Name, version.ToDisplayString(), Required.ToDisplayString()) { Fatal = fatal };
    }

    public static Location Location(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is TypeDeclarationSyntax declaration ? declaration.Identifier.GetLocation() : type.Locations.FirstOrDefault() ?? Microsoft.CodeAnalysis.Location.None;

    private static string Consequence(INamedTypeSymbol type, INamedTypeSymbol container, bool fatal)
    {
        var which = SymbolEqualityComparer.Default.Equals(type, container) ? "it is" : $"`{container.Name}`, which contains it, is";
        return fatal ? $"{which} not partial, so nothing can be generated and `{type.Name}.Learn` does not exist" : $"{which} not partial, so no code is generated for it and it runs interpreted";
    }

    private static IEnumerable<INamedTypeSymbol> Chain(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? Chain(outer).Append(type) : [type];

    private static bool IsNotPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax declaration && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static ContainerModel Model(INamedTypeSymbol type)
    {
        var keyword = type switch
        {
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        var parameters = type.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", type.TypeParameters.Select(parameter => CSharpName.Escape(parameter.Name)))}>";
        return new(keyword, CSharpName.Escape(type.Name) + parameters, type.MetadataName);
    }
}
