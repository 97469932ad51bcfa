using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Constants as C# literals, the same in every culture.</summary>
public static class CSharpLiteral
{
    /// <summary>An expression of exactly this value and type; null where there is none.</summary>
    public static string? Of(object? value, ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
            return type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } && Of(value, underlying) is { } number ? $"(({TypeReader.Code(type)}){number})" : null;
        return value switch
        {
            null => "null",
            bool flag => flag ? "true" : "false",
            char or string => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false),
            double number => Of(number),
            float number => Of(number),
            decimal number => Signed(number.ToString(CultureInfo.InvariantCulture) + "m"),
            int number => number == int.MinValue ? "int.MinValue" : Signed(number.ToString(CultureInfo.InvariantCulture)),
            uint number => number.ToString(CultureInfo.InvariantCulture) + "u",
            long number => number == long.MinValue ? "long.MinValue" : Signed(number.ToString(CultureInfo.InvariantCulture) + "L"),
            ulong number => number.ToString(CultureInfo.InvariantCulture) + "UL",
            sbyte or byte or short or ushort => $"(({TypeReader.Code(type)}){Signed(((System.IConvertible)value).ToInt32(CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture))})",
            _ => null,
        };
    }

    /// <summary>A double, with "NaN" and infinities by name.</summary>
    public static string Of(double value)
    {
        if (double.IsNaN(value)) return "double.NaN";
        if (double.IsInfinity(value)) return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        return Signed(value.ToString("R", CultureInfo.InvariantCulture) + "d");
    }

    private static string Of(float value)
    {
        if (float.IsNaN(value)) return "float.NaN";
        if (float.IsInfinity(value)) return value > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity";
        return Signed(value.ToString("R", CultureInfo.InvariantCulture) + "f");
    }

    private static string Signed(string text) => text[0] == '-' ? $"({text})" : text;
}
