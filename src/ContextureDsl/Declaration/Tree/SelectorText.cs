using System.Text;

namespace ContextureDsl.Tree;

/// <summary>Renames the parameter of a lambda's text, so that declarations which differ in that name only are equal.</summary>
internal static class SelectorText
{
    public static string Canonical(string text)
    {
        var arrow = text.IndexOf("=>", StringComparison.Ordinal);
        if (arrow < 0) return text.Trim();
        var parameter = text[..arrow].Trim().Trim('(', ')').Trim();
        if (parameter.StartsWith("static ", StringComparison.Ordinal)) parameter = parameter[7..].Trim();
        return IsIdentifier(parameter) ? "row => " + Rename(text[(arrow + 2)..].Trim(), parameter) : text.Trim();
    }

    private static bool IsIdentifier(string text) =>
        text.Length > 0 && (char.IsLetter(text[0]) || text[0] is '_' or '@') && text.AsSpan(1).IndexOfAnyExcept(IdentifierCharacters) < 0;

    private static readonly System.Buffers.SearchValues<char> IdentifierCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <summary>Whole identifiers only, not members after a dot and not inside plain string or character literals.</summary>
    private static string Rename(string body, string parameter)
    {
        var renamed = new StringBuilder(body.Length + 8);
        for (var i = 0; i < body.Length;)
        {
            var c = body[i];
            if (c is '"' or '\'')
            {
                var end = i + 1;
                while (end < body.Length && body[end] != c) end += body[end] == '\\' ? 2 : 1;
                end = Math.Min(end + 1, body.Length);
                renamed.Append(body, i, end - i);
                i = end;
            }
            else if (char.IsLetter(c) || c is '_' or '@')
            {
                var end = i + 1;
                while (end < body.Length && (char.IsLetterOrDigit(body[end]) || body[end] == '_')) end++;
                var word = body[i..end];
                renamed.Append(word == parameter && !AfterDot(body, i) ? "row" : word);
                i = end;
            }
            else
            {
                renamed.Append(c);
                i++;
            }
        }
        return renamed.ToString();
    }

    private static bool AfterDot(string body, int at)
    {
        while (--at >= 0 && char.IsWhiteSpace(body[at])) { }
        return at >= 0 && body[at] == '.';
    }
}
