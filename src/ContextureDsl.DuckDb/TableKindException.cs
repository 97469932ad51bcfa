namespace ContextureDsl.DuckDb;

/// <summary>The name of a file does not say in a way known here how its table is written.</summary>
public sealed class TableKindException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public TableKindException(string message) : base(message) { }
}
