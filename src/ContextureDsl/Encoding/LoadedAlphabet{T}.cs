using System.Diagnostics.CodeAnalysis;
using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>An alphabet whose values are given in their order.</summary>
internal sealed class LoadedAlphabet<T> : Alphabet<T>
    where T : notnull
{
    private readonly T[] values;
    private readonly Dictionary<T, int> numbers;

    private LoadedAlphabet(T[] values, Dictionary<T, int> numbers)
    {
        this.values = values;
        this.numbers = numbers;
    }

    /// <inheritdoc/>
    public override int Count => values.Length;

    /// <inheritdoc/>
    public override T this[int index] => values[index];

    /// <summary>False where a value stands twice.</summary>
    public static bool TryCreate(T[] values, [NotNullWhen(true)] out LoadedAlphabet<T>? alphabet)
    {
        alphabet = null;
        var numbers = new Dictionary<T, int>(values.Length);
        for (var i = 0; i < values.Length; i++)
            if (!numbers.TryAdd(values[i], i)) return false;
        alphabet = new(values, numbers);
        return true;
    }

    /// <inheritdoc/>
    public override bool TryIndex(T value, out int index) => numbers.TryGetValue(value, out index);

    /// <inheritdoc/>
    public override Alphabet<T> Keep(ReadOnlySpan<int> kept)
    {
        var left = new T[kept.Length];
        var renumbered = new Dictionary<T, int>(kept.Length);
        for (var i = 0; i < kept.Length; i++)
        {
            left[i] = values[kept[i]];
            renumbered.Add(left[i], i);
        }
        return new LoadedAlphabet<T>(left, renumbered);
    }
}
