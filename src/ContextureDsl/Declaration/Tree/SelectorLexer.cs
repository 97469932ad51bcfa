using System.Globalization;

namespace ContextureDsl.Tree;

/// <summary>
/// Cuts the text of a lambda into words, gaps and the rest. Literal text holds no words, whichever kind of string it is written as; the holes of interpolated
/// strings do. The text has passed the compiler, so nothing is checked.
/// </summary>
internal sealed class SelectorLexer
{
    private readonly string text;
    private readonly List<SelectorToken> tokens = [];
    private int at;

    private SelectorLexer(string text) => this.text = text;

    /// <summary>The pieces; together they are the text.</summary>
    public static IReadOnlyList<SelectorToken> Tokens(string text)
    {
        var lexer = new SelectorLexer(text);
        lexer.Code(inHole: false);
        return lexer.tokens;
    }

    /// <summary>Reads to the end, or up to the brace that closes the hole of an interpolated string.</summary>
    private void Code(bool inHole)
    {
        var depth = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (inHole && depth == 0 && c == '}') return;
            if (inHole && depth == 0 && c == ':' && !Follows("::")) Take(SelectorTokenKind.Other, EndOfFormat());
            else if (EndOfGap() is var gap && gap > at) Take(SelectorTokenKind.Gap, gap);
            else if (TryString()) { }
            else if (c == '\'') Take(SelectorTokenKind.Other, EndOfCharacter());
            else if (IsWordStart(at)) Take(SelectorTokenKind.Word, EndOfWord(at + 1));
            else if (char.IsDigit(c)) Take(SelectorTokenKind.Other, EndOfNumber());
            else
            {
                if (c is '(' or '[' or '{') depth++;
                if (c is ')' or ']' or '}') depth--;
                Take(SelectorTokenKind.Other, at + (Follows("=>") || Follows("..") || Follows("::") ? 2 : 1));
            }
        }
    }

    private void Take(SelectorTokenKind kind, int end)
    {
        end = Math.Min(end, text.Length);
        if (end > at) tokens.Add(new(kind, text[at..end]));
        at = end;
    }

    private bool Follows(string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;

    private bool IsWordStart(int i) => char.IsLetter(text[i]) || text[i] == '_' || (text[i] == '@' && i + 1 < text.Length && IsWordStart(i + 1));

    private int EndOfWord(int end)
    {
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_' || char.GetUnicodeCategory(text[end]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)) end++;
        return end;
    }

    /// <summary>Suffixes and exponents belong to the number; a dot does only if a digit follows, which tells 1.5 from 1.ToString() and from 1..2.</summary>
    private int EndOfNumber()
    {
        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_' || (text[end] == '.' && end + 1 < text.Length && char.IsDigit(text[end + 1])))) end++;
        return end;
    }

    private int EndOfCharacter()
    {
        var end = at + 1;
        while (end < text.Length && text[end] != '\'') end += text[end] == '\\' ? 2 : 1;
        return end + 1;
    }

    private int EndOfFormat()
    {
        var end = at;
        while (end < text.Length && text[end] != '}') end++;
        return end;
    }

    private int EndOfGap()
    {
        var end = at;
        while (end < text.Length)
        {
            if (char.IsWhiteSpace(text[end])) end++;
            else if (string.CompareOrdinal(text, end, "//", 0, 2) == 0) end = text.IndexOf('\n', end) is >= 0 and var line ? line : text.Length;
            else if (string.CompareOrdinal(text, end, "/*", 0, 2) == 0) end = text.IndexOf("*/", end + 2, StringComparison.Ordinal) is >= 0 and var close ? close + 2 : text.Length;
            else break;
        }
        return end;
    }

    private bool TryString()
    {
        var quote = at;
        while (quote < text.Length && text[quote] is '$' or '@') quote++;
        if (quote == text.Length || text[quote] != '"') return false;
        var prefix = text.AsSpan(at, quote - at);
        var verbatim = prefix.Contains('@');
        var quotes = Run('"', quote);
        var raw = quotes >= 3 && !verbatim;
        String(quote + (raw ? quotes : 1), prefix.Count('$'), verbatim, raw ? quotes : 0);
        return true;
    }

    /// <summary>Reads from behind the opening quotes to behind the closing ones.</summary>
    private void String(int position, int dollars, bool verbatim, int rawQuotes)
    {
        var closed = false;
        while (position < text.Length && !closed)
        {
            switch (text[position])
            {
                case '"' when rawQuotes > 0:
                    closed = Run('"', position) >= rawQuotes;
                    position += Run('"', position);
                    break;
                case '"' when verbatim && Run('"', position) >= 2:
                case '\\' when !verbatim && rawQuotes == 0:
                    position += 2;
                    break;
                case '"':
                    closed = true;
                    position++;
                    break;
                case '{' when dollars > 0:
                    var braces = Run('{', position);
                    position += braces;
                    // Doubled braces are text in ordinary strings; raw ones open a hole with as many braces as dollars.
                    if (rawQuotes > 0 ? braces >= dollars : braces % 2 == 1) position = Hole(position, rawQuotes > 0 ? dollars : 1);
                    break;
                default:
                    position++;
                    break;
            }
        }
        Take(SelectorTokenKind.Other, position);
    }

    /// <summary>Reads a hole as code and gives the position behind its closing braces, which belong to the next piece of literal text.</summary>
    private int Hole(int start, int braces)
    {
        Take(SelectorTokenKind.Other, start);
        Code(inHole: true);
        return at + braces;
    }

    private int Run(char c, int start)
    {
        var end = start;
        while (end < text.Length && text[end] == c) end++;
        return end - start;
    }
}
