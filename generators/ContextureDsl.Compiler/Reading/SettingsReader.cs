using System.Linq;
using Microsoft.CodeAnalysis;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Reads the values of the attribute that change the emitted code.</summary>
internal readonly struct SettingsReader
{
    private SettingsReader(int? rank, bool hasMinimumCount, bool doublePrecision)
    {
        Rank = rank;
        HasMinimumCount = hasMinimumCount;
        DoublePrecision = doublePrecision;
    }

    /// <summary>The declared rank, where it is one that a decomposition can have.</summary>
    public int? Rank { get; }

    /// <summary>Whether what occurs only once may be left out.</summary>
    public bool HasMinimumCount { get; }

    public bool DoublePrecision { get; }

    public static AttributeData? AttributeOf(INamedTypeSymbol type, KnownSymbols known)
    {
        foreach (var attribute in type.GetAttributes())
            if (KnownSymbols.Same(attribute.AttributeClass, known.ContextureAttribute)) return attribute;
        return null;
    }

    public static SettingsReader Of(AttributeData? attribute)
    {
        int? rank = null;
        var hasMinimumCount = false;
        var doublePrecision = false;
        foreach (var argument in attribute?.NamedArguments ?? [])
        {
            if (argument is { Key: "Rank", Value.Value: int value and > 0 }) rank = value;
            if (argument is { Key: "MinimumCount", Value.Value: int and > 1 }) hasMinimumCount = true;
            if (argument is { Key: "Precision", Value.Value: 1 }) doublePrecision = true;
        }
        return new(rank, hasMinimumCount, doublePrecision);
    }

    /// <summary>All values of the attribute as its arguments, such as <c>Rank = 64, Embedding = global::ContextureDsl.Embedding.Scaled</c>.</summary>
    public static string ArgumentsOf(AttributeData? attribute) =>
        string.Join(", ", (attribute?.NamedArguments ?? []).Select(argument => $"{argument.Key} = {Value(argument.Value)}"));

    private static string Value(TypedConstant constant)
    {
        foreach (var member in constant is { Kind: TypedConstantKind.Enum, Type: { } type } ? type.GetMembers().OfType<IFieldSymbol>() : [])
            if (Equals(member.ConstantValue, constant.Value)) return $"{TypeReader.Code(constant.Type!)}.{CSharpName.Escape(member.Name)}";
        return constant.Type is null ? "default" : CSharpLiteral.Of(constant.Value, constant.Type) ?? "default";
    }
}
