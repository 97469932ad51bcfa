namespace ContextureDsl;

/// <summary>
/// How values of a type that a file has no form for (tuples, record structs, classes of your own) are written as text and read back.
/// Strings, integers, bool, char, enums, Guid and DateOnly need none, nor do a <see cref="Corner"/>, a <see cref="Chunk{T}"/> and a <see cref="Masked{T}"/> of string, char or int.
/// </summary>
public abstract class KeyText
{
    private protected KeyText(Type type) => Type = type;

    /// <summary>The type of the values.</summary>
    public Type Type { get; }

    /// <summary>Says how values of a type are written and read.</summary>
    /// <param name="write">Value to text; different values have different texts. Write numbers with the invariant culture.</param>
    /// <param name="read">Text to value: <c>read(write(value))</c> equals <c>value</c>, which saving checks for every value.</param>
    public static KeyText For<T>(Func<T, string> write, Func<string, T> read)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(read);
        return new KeyText<T>(write, read);
    }

    internal static KeyText<T>? Find<T>(IReadOnlyList<KeyText> texts)
        where T : notnull
    {
        foreach (var text in texts.Concat(TokenKeys.All))
            if (text is KeyText<T> found) return found;
        return null;
    }
}
