namespace ContextureDsl.DuckDb;

/// <summary>The file of a table exists and cannot be opened or read: permissions, a lock, or a failing disk.</summary>
public sealed class TableAccessException : ContextureException
{
    /// <summary>Makes the exception with its full sentence and what caused it.</summary>
    public TableAccessException(string message, Exception? innerException) : base(message, innerException) { }
}
