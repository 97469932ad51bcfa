namespace ContextureDsl.Observation;

/// <summary>The plain alphabet: a dictionary with the type's own equality. What the others must agree with.</summary>
public sealed class DictionaryAlphabet<T> : GrowingAlphabet<T>
    where T : notnull
{
    private readonly Dictionary<T, int> numbers = [];

    /// <inheritdoc/>
    public override int Number(T value)
    {
        if (!numbers.TryGetValue(value, out var index)) numbers.Add(value, index = Append(value));
        return index;
    }

    /// <inheritdoc/>
    public override bool TryIndex(T value, out int index)
    {
        if (numbers.TryGetValue(value, out index)) return true;
        index = -1;
        return false;
    }

    private protected override GrowingAlphabet<T> Fresh() => new DictionaryAlphabet<T>();
}
