namespace ContextureDsl;

/// <summary>
/// Something that the caller handed over cannot be learnt from. Every cause has a type of its own; the message says what is
/// wrong, where (event, file and line, or part of the declaration), the value found, the rule it breaks and the remedy.
/// </summary>
public abstract class ContextureException : Exception
{
    /// <summary>Makes the exception with its full sentence.</summary>
    protected ContextureException(string message) : base(message) { }

    /// <summary>Makes the exception with its full sentence and what caused it.</summary>
    protected ContextureException(string message, Exception? innerException) : base(message, innerException) { }
}
