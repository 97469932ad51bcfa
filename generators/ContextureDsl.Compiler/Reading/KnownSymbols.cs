using System.Linq;
using Microsoft.CodeAnalysis;

namespace ContextureDsl.Compiler.Reading;

/// <summary>The types of the library as one compilation sees them.</summary>
public sealed class KnownSymbols
{
    /// <summary>The name by which the pipeline finds declarations.</summary>
    public const string ContextureAttributeName = "ContextureDsl.ContextureAttribute";

    /// <summary>How the library calls the type of a row wherever a step takes a lambda over one.</summary>
    public const string RowParameter = "TEvent";

    private readonly INamedTypeSymbol? typedContexture;
    private readonly INamedTypeSymbol? mixedContexture;

    private KnownSymbols(Compilation compilation, INamedTypeSymbol contextureAttribute)
    {
        ContextureAttribute = contextureAttribute;
        InRangeAttribute = Find(compilation, "ContextureDsl.InRangeAttribute");
        InputAttribute = Find(compilation, "ContextureDsl.InputAttribute");
        ContextVariableAttribute = Find(compilation, "ContextureDsl.ContextVariableAttribute");
        WeightAttribute = Find(compilation, "ContextureDsl.WeightAttribute");
        TimeAttribute = Find(compilation, "ContextureDsl.TimeAttribute");
        mixedContexture = Find(compilation, "ContextureDsl.Contexture`1");
        typedContexture = Find(compilation, "ContextureDsl.Contexture`2");
        FreeForm = Find(compilation, "ContextureDsl.Contexture");
        Events = Find(compilation, "ContextureDsl.Events`1");
        Inputs = Find(compilation, "ContextureDsl.Inputs`2");
        ObservedContext = Find(compilation, "ContextureDsl.ObservedContext`3");
        Context = Find(compilation, "ContextureDsl.Context`1");
        TypedContext = Find(compilation, "ContextureDsl.Context`2");
        Definition = Find(compilation, "ContextureDsl.Definition`1");
        ContextExtensions = Find(compilation, "ContextureDsl.ContextExtensions");
        Mix = Find(compilation, "ContextureDsl.Mix");
        Time = Find(compilation, "System.DateTimeOffset");
    }

    public INamedTypeSymbol ContextureAttribute { get; }

    /// <summary>What a number of a declaration may be.</summary>
    public INamedTypeSymbol? InRangeAttribute { get; }

    public INamedTypeSymbol? InputAttribute { get; }

    public INamedTypeSymbol? ContextVariableAttribute { get; }

    public INamedTypeSymbol? WeightAttribute { get; }

    public INamedTypeSymbol? TimeAttribute { get; }

    /// <summary>The static class of the free form.</summary>
    public INamedTypeSymbol? FreeForm { get; }

    public INamedTypeSymbol? Events { get; }

    public INamedTypeSymbol? Inputs { get; }

    public INamedTypeSymbol? ObservedContext { get; }

    public INamedTypeSymbol? Context { get; }

    public INamedTypeSymbol? TypedContext { get; }

    public INamedTypeSymbol? Definition { get; }

    public INamedTypeSymbol? Mix { get; }

    /// <summary>The static class of the walks.</summary>
    public INamedTypeSymbol? ContextExtensions { get; }

    /// <summary>DateTimeOffset.</summary>
    public INamedTypeSymbol? Time { get; }

    /// <summary>The library's types, or null where the compilation does not know the library.</summary>
    public static KnownSymbols? Of(Compilation compilation) =>
        Find(compilation, ContextureAttributeName) is { } attribute ? new(compilation, attribute) : null;

    /// <summary>The <c>Contexture&lt;…&gt;.From&lt;…&gt;</c> that a class derives from, however far up; null where it is none.</summary>
    public INamedTypeSymbol? FromOf(INamedTypeSymbol type)
    {
        for (var candidate = type.BaseType; candidate is not null; candidate = candidate.BaseType)
            if (IsFrom(candidate)) return candidate;
        return null;
    }

    /// <summary>Whether a type is one of the nested From classes.</summary>
    public bool IsFrom(INamedTypeSymbol type) =>
        type is { Name: "From", ContainingType.OriginalDefinition: var outer } && (Same(outer, mixedContexture) || Same(outer, typedContexture));

    /// <summary>Whether a type is a definition: a context, a mix, anything that can be learnt.</summary>
    public bool IsDefinition(ITypeSymbol? type)
    {
        for (var candidate = type as INamedTypeSymbol; candidate is not null; candidate = candidate.BaseType)
            if (Same(candidate.OriginalDefinition, Definition)) return true;
        return false;
    }

    /// <summary>X of a definition.</summary>
    public ITypeSymbol? InputOf(ITypeSymbol? type)
    {
        for (var candidate = type as INamedTypeSymbol; candidate is not null; candidate = candidate.BaseType)
            if (Same(candidate.OriginalDefinition, Definition)) return candidate.TypeArguments[0];
        return null;
    }

    /// <summary>Whether a type of the library stands for rows that are on the way to a context: <c>Events</c>, <c>Inputs</c>, and everything else that still knows the type of a row.</summary>
    public bool IsStage(INamedTypeSymbol type) =>
        Events is not null && Same(type.ContainingAssembly, Events.ContainingAssembly) && type.ContainingType is null && type.TypeParameters is [{ Name: RowParameter }, ..];

    internal static bool Same(ISymbol? one, ISymbol? other) => one is not null && SymbolEqualityComparer.Default.Equals(one, other);

    /// <summary>A name that two references define is not ambiguous here: the compilation's own type comes first, then the first reference's.</summary>
    private static INamedTypeSymbol? Find(Compilation compilation, string metadataName)
    {
        var candidates = compilation.GetTypesByMetadataName(metadataName);
        return candidates.FirstOrDefault(candidate => Same(candidate.ContainingAssembly, compilation.Assembly)) ?? candidates.FirstOrDefault();
    }
}
