namespace ContextureDsl.DuckDb;

/// <summary>A file is not the table that its name promises: empty, malformed, truncated, compressed otherwise, or not UTF-8.</summary>
public sealed class TableFormatException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public TableFormatException(string message) : base(message) { }

    /// <summary>Makes the exception with its full sentence and what caused it.</summary>
    public TableFormatException(string message, Exception? innerException) : base(message, innerException) { }
}
