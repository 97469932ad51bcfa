namespace ContextureDsl.DuckDb;

/// <summary>There is no file where the table should be.</summary>
public sealed class TableNotFoundException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public TableNotFoundException(string message) : base(message) { }
}
