using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Identifiers as C# writes them.</summary>
public static class CSharpName
{
    /// <summary>The name with @ before a keyword.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>A PascalCase identifier of the letters and digits of a text; null where it has none to begin with.</summary>
    public static string? Pascal(string text)
    {
        var name = new StringBuilder();
        var upper = true;
        foreach (var c in text)
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(c);
            var isLetter = char.IsLetter(c);
            if (!isLetter && category is not UnicodeCategory.DecimalDigitNumber)
            {
                upper = true;
                continue;
            }
            if (name.Length == 0 && !isLetter) continue;
            name.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }
        return name.Length == 0 ? null : name.ToString();
    }
}
