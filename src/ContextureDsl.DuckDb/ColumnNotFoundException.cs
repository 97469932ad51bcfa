namespace ContextureDsl.DuckDb;

/// <summary>A table has no column of the name asked for.</summary>
public sealed class ColumnNotFoundException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    /// <param name="message">What, where, the columns found, and the remedy.</param>
    /// <param name="column">The name asked for.</param>
    /// <param name="found">The columns of the table, in its order.</param>
    /// <param name="nearest">The column that was probably meant.</param>
    public ColumnNotFoundException(string message, string column, IReadOnlyList<string> found, string? nearest) : base(message)
    {
        Column = column;
        Found = found;
        Nearest = nearest;
    }

    /// <summary>The name asked for.</summary>
    public string Column { get; }

    /// <summary>The columns of the table, in its order.</summary>
    public IReadOnlyList<string> Found { get; }

    /// <summary>The column that was probably meant; null where none resembles the name.</summary>
    public string? Nearest { get; }
}
