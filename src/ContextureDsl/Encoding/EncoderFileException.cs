namespace ContextureDsl;

/// <summary>A file of vectors cannot be read or written: missing, truncated, damaged, of another kind, or written by a newer version.</summary>
public sealed class EncoderFileException : ContextureException
{
    /// <summary>Makes the exception; the message says all of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What is wrong, as a sentence without full stop.</param>
    /// <param name="expected">What would be right.</param>
    /// <param name="found">What is there; a full stop at its end, as messages of the system have, is not said twice.</param>
    /// <param name="remedy">What to do, as a sentence.</param>
    /// <param name="innerException">What caused it.</param>
    public EncoderFileException(string path, string what, string expected, string found, string remedy, Exception? innerException = null)
        : base($"{path}: {what}. Expected {expected}; found {found.TrimEnd('.')}. {remedy}", innerException)
    {
        Path = path;
        Expected = expected;
        Found = found;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What would be right.</summary>
    public string Expected { get; }

    /// <summary>What is there.</summary>
    public string Found { get; }
}
