using System.Runtime.ExceptionServices;
using DuckDB.NET.Data;

namespace ContextureDsl.DuckDb;

/// <summary>Watches one statement from the side while it runs: reports how far it is, and interrupts it when asked.</summary>
/// <remarks>
/// Both call into the engine from another thread, which it allows while the connection lives; the lock makes sure that neither does after the end, and that nothing is reported
/// after it. An error of the one who is told stops the statement and is thrown by <see cref="Complete"/>, on the thread that reads: on the timer's it would end the process.
/// </remarks>
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
    private ExceptionDispatchInfo? failure;

    public RunningStatement(DuckDBConnection connection, DuckDBCommand command, Action<double>? progress, CancellationToken cancellationToken)
    {
        this.connection = connection;
        this.command = command;
        this.progress = progress;
        this.cancellationToken = cancellationToken;
        timer = new(_ => Look(), null, LookEveryMilliseconds, LookEveryMilliseconds);
        registration = cancellationToken.Register(Look);
    }

    /// <summary>Whether the one who is told failed, so that the statement was interrupted.</summary>
    public bool HasFailed
    {
        get
        {
            lock (gate) return failure is not null;
        }
    }

    /// <summary>Ends the watching, and throws what the one who is told threw.</summary>
    public void Complete()
    {
        lock (gate)
        {
            hasEnded = true;
            failure?.Throw();
        }
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
        lock (gate)
        {
            if (hasEnded) return;
            if (failure is not null || cancellationToken.IsCancellationRequested)
            {
                command.Cancel();
                return;
            }
            if (progress is null || ++looks % ReportEveryLooks != 0) return;
            Report(connection.GetQueryProgress().Percentage);
        }
    }

    private void Report(double percentage)
    {
        if (percentage < 0) return;
        try
        {
            progress!(Math.Min(1, percentage / 100));
        }
        catch (Exception error)
        {
            failure = ExceptionDispatchInfo.Capture(error);
            command.Cancel();
        }
    }
}
