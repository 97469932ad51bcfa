namespace ContextureDsl.DuckDb;

/// <summary>Counting a table needs more memory or temporary disk space than the engine may use.</summary>
public sealed class TableMemoryException : ContextureException
{
    /// <summary>Makes the exception with its full sentence and what caused it.</summary>
    public TableMemoryException(string message, Exception? innerException) : base(message, innerException) { }
}
