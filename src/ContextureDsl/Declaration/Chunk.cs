namespace ContextureDsl;

/// <summary>A stretch of tokens that stand one after the other. Two are equal when they have equal tokens in the same order.</summary>
/// <typeparam name="T">The tokens, compared by their own equality.</typeparam>
public readonly struct Chunk<T> : IEquatable<Chunk<T>>
    where T : notnull
{
    private readonly T[]? tokens;
    private readonly int hash;

    /// <summary>The stretch of these tokens.</summary>
    /// <exception cref="ArgumentNullException">A token is null.</exception>
    public Chunk(params ReadOnlySpan<T> tokens)
    {
        this.tokens = tokens.ToArray();
        hash = tokens.Length == 0 ? 0 : TokenHash.Of(tokens, (ulong)tokens.Length); // as the default value
    }

    /// <summary>Number of tokens.</summary>
    public int Length => tokens?.Length ?? 0;

    /// <summary>The token at a place, from 0.</summary>
    public T this[int place] => Tokens[place];

    /// <summary>The tokens in order.</summary>
    public ReadOnlySpan<T> Tokens => tokens;

    /// <inheritdoc/>
    public bool Equals(Chunk<T> other) => hash == other.hash && Tokens.SequenceEqual(other.Tokens, EqualityComparer<T>.Default);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Chunk<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => hash;

    /// <summary>The tokens with a space between.</summary>
    public override string ToString() => string.Join(' ', tokens ?? []);

    /// <summary>Whether two stretches have the same tokens.</summary>
    public static bool operator ==(Chunk<T> left, Chunk<T> right) => left.Equals(right);

    /// <summary>Whether two stretches differ.</summary>
    public static bool operator !=(Chunk<T> left, Chunk<T> right) => !left.Equals(right);
}
