namespace ContextureDsl;

/// <summary>More distinct pairs or values than one table can hold.</summary>
public sealed class TableSizeException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public TableSizeException(string message) : base(message) { }

    internal static TableSizeException Of(long count, string what) => new(FormattableString.Invariant(
        $"There are {count} or more {what}; one table holds at most {Array.MaxLength}. Raise the minimum count, coarsen the key, or learn from a sample of the events."));
}
