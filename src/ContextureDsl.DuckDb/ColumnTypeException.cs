namespace ContextureDsl.DuckDb;

/// <summary>A column of a Parquet file has a type that cannot be a key, or not a weight.</summary>
public sealed class ColumnTypeException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public ColumnTypeException(string message) : base(message) { }
}
