using System.Globalization;
using System.Text;

namespace ContextureDsl;

/// <summary>
/// How stretches and patterns of words, characters and numbers stand in a file: tokens with a space between, <c>_</c> for a gap. In a token, <c>\s</c> is a space, <c>\\</c> a backslash, <c>\uXXXX</c> half
/// of a surrogate pair, which UTF-8 cannot say; <c>\e</c> is a token without characters and <c>\_</c> one that is an underscore. A corner of a teacher is its number.
/// </summary>
internal static class TokenKeys
{
    private const string Gap = "_";
    private const string GapToken = "\\_";
    private const string EmptyToken = "\\e";

    /// <summary>The texts of the types that need none from the caller.</summary>
    public static IReadOnlyList<KeyText> All { get; } =
    [
        .. Of(token => token, text => text),
        .. Of(token => token.ToString(), char.Parse),
        .. Of(token => token.ToString(CultureInfo.InvariantCulture), text => int.Parse(text, CultureInfo.InvariantCulture)),
        KeyText.For<Corner>(corner => corner.ToString(), Corner.Parse),
    ];

    private static KeyText[] Of<T>(Func<T, string> write, Func<string, T> read)
        where T : notnull =>
    [
        KeyText.For<Chunk<T>>(
            chunk => string.Join(' ', chunk.Tokens.ToArray().Select(token => Escape(write(token)))),
            text => new(Array.ConvertAll(Places(text), place => read(Unescape(place))))),
        KeyText.For<Masked<T>>(pattern => Written(pattern, write), text => Pattern(text, read)),
    ];

    private static string Written<T>(Masked<T> pattern, Func<T, string> write)
        where T : notnull
    {
        var places = new string[pattern.Length];
        var next = 0;
        for (var place = 0; place < places.Length; place++) places[place] = pattern.IsVisible(place) ? Escape(write(pattern.Tokens[next++])) : Gap;
        return string.Join(' ', places);
    }

    private static Masked<T> Pattern<T>(string text, Func<string, T> read)
        where T : notnull
    {
        var places = Places(text);
        var tokens = new List<T>(places.Length);
        var visible = 0UL;
        for (var place = 0; place < places.Length; place++)
        {
            if (places[place] == Gap) continue;
            tokens.Add(read(Unescape(places[place])));
            visible |= 1UL << place;
        }
        return new([.. tokens], visible, places.Length);
    }

    private static string[] Places(string text) => text.Length == 0 ? [] : text.Split(' ');

    private static string Escape(string token)
    {
        if (token.Length == 0) return EmptyToken;
        if (token == Gap) return GapToken;
        var text = new StringBuilder(token.Length);
        foreach (var letter in token)
            _ = letter switch
            {
                ' ' => text.Append("\\s"),
                '\\' => text.Append("\\\\"),
                _ when char.IsSurrogate(letter) => text.Append("\\u").Append(((int)letter).ToString("X4", CultureInfo.InvariantCulture)),
                _ => text.Append(letter),
            };
        return text.ToString();
    }

    private static string Unescape(string text)
    {
        if (text == EmptyToken) return "";
        if (text == GapToken) return Gap;
        var token = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\') token.Append(text[i]);
            else if (text[++i] == 'u')
            {
                token.Append((char)ushort.Parse(text.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else token.Append(text[i] == 's' ? ' ' : text[i]);
        }
        return token.ToString();
    }
}
