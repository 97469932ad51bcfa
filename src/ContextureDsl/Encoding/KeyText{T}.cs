namespace ContextureDsl;

/// <summary>The two directions in their type.</summary>
internal sealed class KeyText<T>(Func<T, string> write, Func<string, T> read) : KeyText(typeof(T))
    where T : notnull
{
    public string Write(T value) => write(value);

    public T Read(string text) => read(text);
}
