using Microsoft.CodeAnalysis;

namespace ContextureDsl.Analyzers.Association;

/// <summary>Types of which two equal values cannot be told apart, and what can be computed from them without anything else.</summary>
/// <remarks>
/// DateTime is equal across kinds, DateTimeOffset across offsets, decimal across scales, double across the signs of zero: their members, or some of them, are
/// no functions of the value as a key, so only those of DateTime that follow from its ticks are here.
/// </remarks>
internal static class SimpleTypes
{
    public static bool IsSimple(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum } || IsIntegral(type) || type?.SpecialType is SpecialType.System_Boolean or SpecialType.System_String || FrameworkNames.Of(type) is "System.Guid" or "System.DateOnly" or "System.TimeOnly" or "System.TimeSpan";

    public static bool IsIntegral(ITypeSymbol? type) => BitsOf(type) > 0;

    /// <summary>Width of an integer or a char, or of the integer below an enum; 0 for anything else.</summary>
    public static int BitsOf(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { EnumUnderlyingType: { } underlying }) type = underlying;
        return type?.SpecialType switch
        {
            SpecialType.System_SByte or SpecialType.System_Byte => 8,
            SpecialType.System_Char or SpecialType.System_Int16 or SpecialType.System_UInt16 => 16,
            SpecialType.System_Int32 or SpecialType.System_UInt32 => 32,
            SpecialType.System_Int64 or SpecialType.System_UInt64 => 64,
            _ => 0,
        };
    }

    /// <summary>Whether a property of the framework is a function of the value that it is read from.</summary>
    public static bool IsFunction(IPropertySymbol property) =>
        !property.IsStatic && (IsSimple(property.ContainingType)
            || (FrameworkNames.Of(property.ContainingType) == "System.DateTime"
                && property.Name is "Year" or "Month" or "Day" or "DayOfWeek" or "DayOfYear" or "Hour" or "Minute" or "Second" or "Millisecond" or "Date" or "TimeOfDay" or "Ticks"));

    /// <summary>Whether a method of the framework gives, within one run, a function of its instance and its arguments.</summary>
    public static bool IsFunction(IMethodSymbol method) =>
        method.ContainingType is { } owner && (method.IsStatic
            ? FrameworkNames.Of(owner) is "System.Math" or "System.MathF" || (owner.SpecialType == SpecialType.System_Char)
            : owner.TypeKind != TypeKind.Enum && IsSimple(owner));
}
