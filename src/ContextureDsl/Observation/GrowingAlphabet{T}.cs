namespace ContextureDsl.Observation;

/// <summary>An alphabet while it is counted: values get the next number when they are first seen. One writer.</summary>
public abstract class GrowingAlphabet<T> : Alphabet<T>
    where T : notnull
{
    private const int FirstCapacity = 16;

    private T[] values = [];
    private int count;

    private protected GrowingAlphabet() { }

    /// <inheritdoc/>
    public sealed override int Count => count;

    /// <inheritdoc/>
    public sealed override T this[int index] => values.AsSpan(0, count)[index];

    /// <summary>The number of a value, which is the next one if it was not seen before. Expected constant time.</summary>
    public abstract int Number(T value);

    /// <summary>An alphabet of the same kind without values.</summary>
    private protected abstract GrowingAlphabet<T> Fresh();

    /// <inheritdoc/>
    public sealed override Alphabet<T> Keep(ReadOnlySpan<int> kept)
    {
        var alphabet = Fresh();
        foreach (var index in kept) alphabet.Number(this[index]);
        return alphabet;
    }

    /// <summary>The values without a check of the count, for the comparison in a probe.</summary>
    private protected T[] Stored => values;

    /// <summary>Takes a value in that is known to be new.</summary>
    private protected int Append(T value)
    {
        if (count == values.Length) Array.Resize(ref values, ArrayLimit.Next(count, FirstCapacity, "distinct values of " + typeof(T).Name));
        values[count] = value;
        return count++;
    }
}
