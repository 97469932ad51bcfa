namespace Samples.Text;

/// <summary>Words and stretches of letters in one bag, for a baseline that sees what the contexture sees.</summary>
public static class Spelling
{
    /// <summary>The words, and every stretch of so many characters; both are told apart.</summary>
    public static string[] Of(string text, string[] words, int letters) =>
        [.. words, .. Enumerable.Range(0, Math.Max(0, text.Length - letters + 1)).Select(start => $"…{text.AsSpan(start, letters)}…")];
}
