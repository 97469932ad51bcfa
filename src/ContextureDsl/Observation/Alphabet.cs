using System.Diagnostics.CodeAnalysis;

namespace ContextureDsl.Observation;

/// <summary>
/// The distinct values of X or of A, numbered 0, 1, 2, … in the order in which they were first seen. Complete when handed out: reading is thread-safe.
/// </summary>
public abstract class Alphabet<T> : IAlphabet
    where T : notnull
{
    /// <inheritdoc/>
    public abstract int Count { get; }

    /// <summary>The value with this number.</summary>
    public abstract T this[int index] { get; }

    /// <summary>The number of a value; false if it is not in the alphabet. Expected constant time, no allocation.</summary>
    public abstract bool TryIndex(T value, out int index);

    /// <summary>The values in the order of their numbers.</summary>
    public IEnumerable<T> Values
    {
        get
        {
            for (var i = 0; i < Count; i++) yield return this[i];
        }
    }

    /// <summary>The alphabet of the values with these numbers, renumbered in the given (ascending) order.</summary>
    public abstract Alphabet<T> Keep(ReadOnlySpan<int> kept);

    /// <inheritdoc/>
    public string Describe(int index) => this[index].ToString() ?? "";

    /// <inheritdoc/>
    public Type ValueType => typeof(T);

    /// <inheritdoc/>
    public TResult Accept<TResult>(IAlphabetVisitor<TResult> visitor) => visitor.Visit(this);

    IAlphabet IAlphabet.Keep(ReadOnlySpan<int> kept) => Keep(kept);
}
