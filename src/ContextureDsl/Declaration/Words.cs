using System.Globalization;
using System.Text;

namespace ContextureDsl;

/// <summary>A plain word splitter, for texts without a tokeniser of their own.</summary>
/// <remarks>
/// Any other tokeniser takes its place in the same lambda, since what a sequence is made of is any list: <c>events.Sequence(r => Words.Of(r.Text))</c>,
/// <c>events.Sequence(r => r.Text.Split(' '))</c>, or with Microsoft.ML.Tokenizers <c>events.Sequence(r => tokenizer.EncodeToIds(r.Text))</c>.
/// </remarks>
public static class Words
{
    /// <summary>The words of a text, in order, in lower case.</summary>
    /// <remarks>
    /// A word is a longest run of letters, combining marks and decimal or other digits of any script (Unicode categories L, M and N); an apostrophe (' or ’) or a hyphen
    /// between two of these belongs to it (don't, well-made), and ’ becomes '. Everything else separates: space, punctuation, symbols, emoji. Lower case is that
    /// of the invariant culture. Scripts without spaces between words (Chinese, Thai) come out as long runs: use a tokeniser for them. Texts that mix
    /// composed and decomposed accents should be normalised first.
    /// </remarks>
    /// <param name="text">The text; an empty one has no words.</param>
    public static string[] Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i < text.Length;)
        {
            var length = LengthAt(text, i);
            if (length > 0)
            {
                if (start < 0) start = i;
                i += length;
                continue;
            }
            var joins = start >= 0 && text[i] is '\'' or '’' or '-' && LengthAt(text, i + 1) > 0;
            if (!joins) Take(words, text, ref start, i);
            i++;
        }
        Take(words, text, ref start, text.Length);
        return [.. words];
    }

    /// <summary>How many characters the letter, mark or digit at this place takes; 0 where there is none.</summary>
    private static int LengthAt(string text, int at)
    {
        if (at >= text.Length || !Rune.TryGetRuneAt(text, at, out var rune)) return 0;
        var category = Rune.GetUnicodeCategory(rune);
        return category is <= UnicodeCategory.OtherNumber ? rune.Utf16SequenceLength : 0;
    }

    private static void Take(List<string> words, string text, ref int start, int end)
    {
        if (start >= 0) words.Add(text[start..end].ToLowerInvariant().Replace('’', '\''));
        start = -1;
    }
}
