using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ContextureDsl.Generators.Emitting;

/// <summary>Writes values and texts of the declaration so that no culture and no character of theirs can change what the emitted file means.</summary>
public static class CSharpLiteral
{
    /// <summary>A string literal.</summary>
    public static string Of(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A number.</summary>
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number.</summary>
    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A text for a comment: white space, line ends and control characters become one space, lone surrogates a question mark.</summary>
    public static string Comment(string value)
    {
        var line = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (line.Length > 0 && line[line.Length - 1] != ' ') line.Append(' ');
            }
            else if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])) line.Append(c).Append(value[++i]);
            else line.Append(char.IsSurrogate(c) ? '?' : c);
        }
        return line.ToString().TrimEnd();
    }
}
