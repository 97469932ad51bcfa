using System.Text;

namespace ContextureDsl.Tree;

/// <summary>
/// Brings a lambda's text into one form: its parameter is called <c>row</c>, its gaps are one space and hold no comments. Declarations that differ in these only
/// are equal.
/// </summary>
internal static class SelectorText
{
    private const string Arrow = "=>";

    public static string Canonical(string text)
    {
        var tokens = SelectorLexer.Tokens(text);
        var (parameter, body) = FindParameter(tokens);
        if (parameter is null) return Write(tokens, 0, null, "");
        var name = FreeName(tokens, body, parameter);
        return $"{name} {Arrow} {Write(tokens, body, parameter, name)}";
    }

    /// <summary>The name of the one parameter and where the body starts; no name where the text is no lambda.</summary>
    private static (string? Name, int Body) FindParameter(IReadOnlyList<SelectorToken> tokens)
    {
        var at = AfterGap(tokens, 0);
        if (At(tokens, at) == "static") at = AfterGap(tokens, at + 1);
        var last = at;
        if (At(tokens, at) == "(")
        {
            var close = Matching(tokens, at);
            for (last = close - 1; last > at && tokens[last].Kind == SelectorTokenKind.Gap;) last--;
            at = close;
        }
        at = AfterGap(tokens, at + 1);
        return last < tokens.Count && tokens[last].Kind == SelectorTokenKind.Word && At(tokens, at) == Arrow ? (Identifier(tokens[last]), at + 1) : (null, 0);
    }

    private static int Matching(IReadOnlyList<SelectorToken> tokens, int open)
    {
        var depth = 0;
        for (var i = open; i < tokens.Count; i++)
        {
            if (tokens[i].Text == "(") depth++;
            if (tokens[i].Text == ")" && --depth == 0) return i;
        }
        return tokens.Count;
    }

    /// <summary>A name that the body does not use for anything else, such as a captured variable.</summary>
    private static string FreeName(IReadOnlyList<SelectorToken> tokens, int body, string parameter)
    {
        var used = new HashSet<string>();
        for (var i = body; i < tokens.Count; i++)
            if (IsName(tokens, i) && Identifier(tokens[i]) != parameter) used.Add(Identifier(tokens[i]));
        var name = "row";
        for (var number = 1; used.Contains(name); number++) name = FormattableString.Invariant($"row{number}");
        return name;
    }

    private static string Write(IReadOnlyList<SelectorToken> tokens, int start, string? parameter, string name)
    {
        var text = new StringBuilder();
        for (var i = start; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == SelectorTokenKind.Gap) text.Append(' ');
            else text.Append(IsName(tokens, i) && Identifier(tokens[i]) == parameter ? name : tokens[i].Text);
        }
        return text.ToString().Trim();
    }

    /// <summary>A word that is not the member after a dot or an alias.</summary>
    private static bool IsName(IReadOnlyList<SelectorToken> tokens, int at)
    {
        if (tokens[at].Kind != SelectorTokenKind.Word) return false;
        while (--at >= 0 && tokens[at].Kind == SelectorTokenKind.Gap) { }
        return at < 0 || tokens[at].Text is not ("." or "::");
    }

    private static string Identifier(SelectorToken word) => word.Text.TrimStart('@');

    private static string At(IReadOnlyList<SelectorToken> tokens, int at) => at < tokens.Count ? tokens[at].Text : "";

    private static int AfterGap(IReadOnlyList<SelectorToken> tokens, int at) => at < tokens.Count && tokens[at].Kind == SelectorTokenKind.Gap ? at + 1 : at;
}
