using System.Numerics;
using System.Text;

namespace ContextureDsl;

/// <summary>What is left to see of a stretch of tokens of which some are hidden: tokens and gaps. Equal when the same tokens stand at the same places of equally long patterns.</summary>
/// <remarks>
/// A pattern that begins and ends with a token says nothing about where in the stretch it was; see <see cref="Trimmed"/>. At most 64 places.
/// </remarks>
/// <typeparam name="T">The tokens, compared by their own equality.</typeparam>
public readonly struct Masked<T> : IEquatable<Masked<T>>
    where T : notnull
{
    private readonly T[]? tokens;
    private readonly ulong visible;
    private readonly int length;
    private readonly int hash;

    /// <summary>What is visible of a stretch.</summary>
    /// <param name="stretch">All tokens; at most 64.</param>
    /// <param name="visible">Bit i is set where the token at place i can be seen.</param>
    /// <exception cref="ArgumentOutOfRangeException">The stretch is longer than 64 tokens, or a bit past its end is set.</exception>
    public Masked(Chunk<T> stretch, ulong visible)
        : this(Visible(stretch, visible), visible, stretch.Length) { }

    /// <summary>Takes the array of the visible tokens over.</summary>
    internal Masked(T[] owned, ulong visible, int length)
    {
        tokens = owned;
        this.visible = visible;
        this.length = length;
        hash = TokenHash.Of<T>(owned, visible * 64 + (ulong)length);
    }

    /// <summary>Number of places, gaps included.</summary>
    public int Length => length;

    /// <summary>The tokens that can be seen, in order.</summary>
    public ReadOnlySpan<T> Tokens => tokens;

    /// <summary>Whether the token at a place, from 0, can be seen.</summary>
    public bool IsVisible(int place) => (uint)place < (uint)length ? (visible >> place & 1) != 0 : throw new ArgumentOutOfRangeException(nameof(place));

    /// <summary>The same without the gaps before the first token and after the last: the place in the stretch is forgotten. Empty where nothing can be seen.</summary>
    public Masked<T> Trimmed()
    {
        if (visible == 0) return default;
        var first = BitOperations.TrailingZeroCount(visible);
        return new(tokens!, visible >> first, 64 - BitOperations.LeadingZeroCount(visible) - first);
    }

    /// <inheritdoc/>
    public bool Equals(Masked<T> other) =>
        visible == other.visible && length == other.length && (visible == 0 || (hash == other.hash && Tokens.SequenceEqual(other.Tokens, EqualityComparer<T>.Default)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Masked<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => visible == 0 ? length : hash;

    /// <summary>The tokens with a space between, and an underscore for every gap.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        var next = 0;
        for (var place = 0; place < length; place++)
        {
            if (place > 0) text.Append(' ');
            if (IsVisible(place)) text.Append(tokens![next++]);
            else text.Append('_');
        }
        return text.ToString();
    }

    /// <summary>Whether two patterns show the same.</summary>
    public static bool operator ==(Masked<T> left, Masked<T> right) => left.Equals(right);

    /// <summary>Whether two patterns differ.</summary>
    public static bool operator !=(Masked<T> left, Masked<T> right) => !left.Equals(right);

    private static T[] Visible(Chunk<T> stretch, ulong visible)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stretch.Length, 64, nameof(stretch));
        if (stretch.Length < 64) ArgumentOutOfRangeException.ThrowIfNotEqual(visible >> stretch.Length, 0UL, nameof(visible));
        var seen = new T[BitOperations.PopCount(visible)];
        var next = 0;
        for (var place = 0; place < stretch.Length; place++)
            if ((visible >> place & 1) != 0) seen[next++] = stretch[place];
        return seen;
    }
}
