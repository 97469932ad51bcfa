using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>Draws cannot be seeded by the content of an input, because nothing tells its content.</summary>
public sealed class UnknownContentException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public UnknownContentException(string message) : base(message) { }

    internal static UnknownContentException Of(Type type) => new(
        $"The draws of an input are seeded by its content, but ToString() of {TypeText.Of(type)} gives the name of the type only. Override ToString() so that equal values, and no others, have equal texts (a record has it), or declare an input that is a text, a number or a tuple.");
}
