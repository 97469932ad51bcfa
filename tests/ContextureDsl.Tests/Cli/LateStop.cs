namespace ContextureDsl.Tests.Cli;

/// <summary>A token that is cancelled after a while by a thread of its own: the timers of the thread pool are late where other tests fill it.</summary>
internal sealed class LateStop : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly Thread thread;

    public LateStop(int milliseconds)
    {
        thread = new(() =>
        {
            Thread.Sleep(milliseconds);
            source.Cancel();
        });
        thread.Start();
    }

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        thread.Join();
        source.Dispose();
    }
}
