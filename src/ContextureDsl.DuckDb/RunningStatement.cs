using DuckDB.NET.Data;

namespace ContextureDsl.DuckDb;

/// <summary>Watches one statement from the side while it runs: reports how far it is, and interrupts it when asked.</summary>
/// <remarks>Both call into the engine from another thread, which it allows while the connection lives; the lock makes sure that neither does after the end.</remarks>
internal sealed class RunningStatement : IDisposable
{
    private const int LookEveryMilliseconds = 10;
    private const int ReportEveryLooks = 10;

    private readonly Lock gate = new();
    private readonly DuckDBConnection connection;
    private readonly DuckDBCommand command;
    private readonly Action<double>? progress;
    private readonly CancellationToken cancellationToken;
    private readonly CancellationTokenRegistration registration;
    private readonly Timer timer;
    private int looks;
    private bool hasEnded;

    public RunningStatement(DuckDBConnection connection, DuckDBCommand command, Action<double>? progress, CancellationToken cancellationToken)
    {
        this.connection = connection;
        this.command = command;
        this.progress = progress;
        this.cancellationToken = cancellationToken;
        timer = new(_ => Look(), null, LookEveryMilliseconds, LookEveryMilliseconds);
        registration = cancellationToken.Register(Look);
    }

    public void Dispose()
    {
        lock (gate) hasEnded = true;
        registration.Dispose();
        timer.Dispose();
    }

    /// <summary>An interrupt that comes before the engine has begun is lost, so it is repeated for as long as the statement runs.</summary>
    private void Look()
    {
        double percentage;
        lock (gate)
        {
            if (hasEnded) return;
            if (cancellationToken.IsCancellationRequested)
            {
                command.Cancel();
                return;
            }
            if (progress is null || ++looks % ReportEveryLooks != 0) return;
            percentage = connection.GetQueryProgress().Percentage;
        }
        if (percentage >= 0) progress(Math.Min(1, percentage / 100));
    }
}
