namespace ContextureDsl;

/// <summary>Values have no form in a file and no usable <see cref="KeyText"/> was given for their type.</summary>
public sealed class KeyTextException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public KeyTextException(string message) : base(message) { }

    /// <summary>Makes the exception with its full sentence and what the given functions threw.</summary>
    public KeyTextException(string message, Exception? innerException) : base(message, innerException) { }
}
