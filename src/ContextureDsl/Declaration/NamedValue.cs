namespace ContextureDsl;

/// <summary>Holds the values of enumerations to their names: the language lets any number be cast to one.</summary>
internal static class NamedValue
{
    /// <summary>The value, if it has a name.</summary>
    /// <param name="value">What was said.</param>
    /// <param name="saying">How it was said, around its number.</param>
    /// <exception cref="DeclarationException">The value has no name: the message has the number and the names.</exception>
    public static T Checked<T>(T value, Func<string, string> saying)
        where T : struct, Enum =>
        Enum.IsDefined(value)
            ? value
            : throw new DeclarationException($"{saying(value.ToString("D"))}, which is no value of {typeof(T).Name}. It has {string.Join(", ", Enum.GetNames<T>())}. Name one of these.");
}
