namespace ContextureDsl;

/// <summary>The hash of tokens in order; it may differ from process to process, as the hashes of the tokens do.</summary>
internal static class TokenHash
{
    /// <param name="tokens">The tokens.</param>
    /// <param name="form">What is equal besides the tokens: length, places.</param>
    /// <exception cref="ArgumentNullException">A token is null.</exception>
    public static int Of<T>(ReadOnlySpan<T> tokens, ulong form)
        where T : notnull
    {
        var hash = new HashCode();
        hash.Add(form);
        foreach (var token in tokens) hash.Add((token ?? throw new ArgumentNullException(nameof(tokens), "A token is null.")).GetHashCode());
        return hash.ToHashCode();
    }
}
