using ContextureDsl.Observation;
using DuckDB.NET.Data;

namespace ContextureDsl.DuckDb;

/// <summary>
/// Counts a context in a file: CSV and TSV (each also gzipped) and Parquet. The embedded engine reads and groups, in parallel and with files larger than memory;
/// what comes out is the same counted part that counting events in C# gives.
/// </summary>
public static class Table
{
    /// <summary>The names of the columns, in the order of the file. Reads the header only.</summary>
    /// <exception cref="ContextureException">The file is missing, of an unknown kind, or not what its name promises.</exception>
    public static IReadOnlyList<string> Columns(string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        var source = TableSource.Of(path);
        return Guard(source, cancellationToken, () =>
        {
            using var engine = new Engine(new(), cancellationToken);
            return TableSchema.Of(source, engine).Names;
        });
    }

    /// <summary>
    /// Counts how much every pair of the two columns was seen. The key of a value is its text: "007" and "7" are two keys; numbers and dates of a Parquet file
    /// are written in the engine's plain form. Inputs and context values are numbered as they are first seen.
    /// </summary>
    /// <remarks>
    /// Rows of weight zero are left out and counted. Rows with the same pair and weight are counted together before they are summed, so a sum can differ in the
    /// last bits from the sum row by row; it has the same bits for any number of threads. O(rows) time; the distinct pairs and keys must fit into memory.
    /// </remarks>
    /// <param name="path">The file; its extension says how it is written: .csv, .tsv, .csv.gz, .tsv.gz, .parquet.</param>
    /// <param name="columns">Which column holds what.</param>
    /// <param name="options">Policies and resources.</param>
    /// <param name="progress">Told "reading FILE" and "counting FILE", in percent.</param>
    /// <param name="cancellationToken">Stops within a moment; temporary files are removed.</param>
    /// <exception cref="TableNotFoundException">There is no such file.</exception>
    /// <exception cref="TableAccessException">The file cannot be opened or read.</exception>
    /// <exception cref="TableKindException">The extension is unknown.</exception>
    /// <exception cref="TableFormatException">The file is empty, malformed, truncated or damaged; the message has the line.</exception>
    /// <exception cref="TableMemoryException">Memory and temporary disk space do not suffice.</exception>
    /// <exception cref="ColumnNotFoundException">A column does not exist; the message lists those that do.</exception>
    /// <exception cref="ColumnTypeException">A column holds lists or structures, or the weight is not a number.</exception>
    /// <exception cref="NullKeyException">A key is missing; the message has the line.</exception>
    /// <exception cref="InvalidWeightException">A weight is missing, not a number, negative, NaN or infinite; the message has the line.</exception>
    /// <exception cref="DuplicatePairException">A pair comes twice and duplicates are rejected; the message has both lines.</exception>
    /// <exception cref="EmptyObservationException">No row is left to count.</exception>
    /// <exception cref="DeclarationException">An option or the choice of columns has no meaning.</exception>
    /// <exception cref="OperationCanceledException">The caller asked to stop.</exception>
    public static ObservedPart<string, string> Count(
        string path, TableColumns columns, TableOptions? options = null, IProgress<LearnProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(columns);
        options ??= new();
        if (columns.Input == columns.Variable)
            throw new DeclarationException($"Input and context are the same column '{columns.Input}'. A context says what an input is seen with; with itself every input is a world of its own. Choose another column.");
        if (options.MinimumCount < 1) throw new DeclarationException($"MinimumCount = {options.MinimumCount}. A minimum count is at least 1, which leaves nothing out.");
        var source = TableSource.Of(path);
        return Guard(source, cancellationToken, () =>
        {
            using var engine = new Engine(options, cancellationToken);
            return new TableCounting(source, columns, options, engine, progress, cancellationToken).Run();
        });
    }

    /// <summary>Turns what the engine and the file system throw into what the caller can act on.</summary>
    private static TResult Guard<TResult>(TableSource source, CancellationToken cancellationToken, Func<TResult> action)
    {
        try
        {
            return action();
        }
        catch (DuckDBException failure)
        {
            throw EngineFailure.Explain(source, failure, cancellationToken);
        }
        catch (InvalidDataException failure)
        {
            throw new TableFormatException($"'{source.Path}' is not a sound gzip file: {failure.Message} Compress it again, or drop .gz from its name if it is not compressed.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new TableAccessException($"'{source.Path}' cannot be read: {failure.Message} Check its permissions and whether another program holds it.", failure);
        }
    }
}
