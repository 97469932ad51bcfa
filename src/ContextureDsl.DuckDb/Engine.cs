using System.Globalization;
using DuckDB.NET.Data;

namespace ContextureDsl.DuckDb;

/// <summary>One private in-memory database: runs statements, tells how far they are, stops them when asked, and leaves nothing behind.</summary>
internal sealed class Engine : IDisposable
{
    /// <summary>How the folder for what does not fit into memory is called, so that messages about it are recognised.</summary>
    public const string TemporaryPrefix = "contexture-spill-";

    private readonly DuckDBConnection connection = new("DataSource=:memory:");
    private readonly string temporary;
    private readonly CancellationToken cancellationToken;

    /// <exception cref="DeclarationException">An option has no meaning.</exception>
    public Engine(TableOptions options, CancellationToken cancellationToken)
    {
        this.cancellationToken = cancellationToken;
        temporary = Path.Combine(options.TemporaryDirectory ?? Path.GetTempPath(), TemporaryPrefix + Path.GetRandomFileName());
        connection.Open();
        try
        {
            Configure(options);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Runs a statement without a result.</summary>
    public void Execute(string sql, Action<double>? progress = null) => Read(sql, _ => { }, progress);

    /// <summary>Runs a query and hands over the reader at every row; rows stream, the result is never held as a whole.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="visit">Called at every row.</param>
    /// <param name="progress">Told the share that is done, in [0, 1].</param>
    public void Read(string sql, Action<DuckDBDataReader> visit, Action<double>? progress = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = true;
        using var statement = new RunningStatement(connection, command, progress, cancellationToken);
        try
        {
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                visit(reader);
            }
        }
        catch (Exception failure) when (cancellationToken.IsCancellationRequested && failure is DuckDBException or OperationCanceledException)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>
    /// Removes what was written beside the memory, then frees the memory. After a cancellation the memory is freed behind the caller's back, who should not wait for it.
    /// </summary>
    public void Dispose()
    {
        if (!TryRemoveTemporary())
        {
            connection.Dispose();
            TryRemoveTemporary();
        }
        else if (cancellationToken.IsCancellationRequested) Task.Run(connection.Dispose);
        else connection.Dispose();
    }

    private void Configure(TableOptions options)
    {
        if (options.Threads < 1) throw new DeclarationException($"Threads = {options.Threads}. At least one thread does the work; leave it unset for one per processor.");
        // Nothing is fetched from elsewhere, whatever a file's name or content suggests.
        Execute("SET autoinstall_known_extensions = false");
        Execute("SET autoload_known_extensions = false");
        Execute("SET preserve_insertion_order = true");
        Execute("SET enable_progress_bar = true");
        Execute("SET enable_progress_bar_print = false");
        Execute("SET threads = " + (options.Threads ?? Environment.ProcessorCount).ToString(CultureInfo.InvariantCulture));
        Execute("SET temp_directory = " + Sql.Text(temporary));
        if (options.MemoryLimit is null) return;
        try
        {
            Execute("SET memory_limit = " + Sql.Text(options.MemoryLimit));
        }
        catch (DuckDBException failure)
        {
            throw new DeclarationException($"MemoryLimit = \"{options.MemoryLimit}\". It is a number and a unit, such as 400MB or 4GB, and not below what the engine needs to start (about 32MB). The engine says: {EngineFailure.FirstLine(failure)}");
        }
    }

    /// <summary>False where the system does not let go of open files before the engine is closed.</summary>
    private bool TryRemoveTemporary()
    {
        try
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
