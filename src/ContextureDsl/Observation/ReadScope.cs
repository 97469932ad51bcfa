namespace ContextureDsl.Observation;

/// <summary>One pass over one event source: where it stands, whom it tells, and whether it should stop.</summary>
public sealed class ReadScope
{
    private const long ReportEvery = 1 << 16;

    private readonly string stage;
    private readonly long? total;
    private readonly IProgress<LearnProgress>? progress;
    private readonly CancellationToken cancellationToken;

    /// <summary>Starts at event 0.</summary>
    public ReadScope(string source, long? total, IProgress<LearnProgress>? progress, CancellationToken cancellationToken)
    {
        stage = "reading " + source;
        this.total = total;
        this.progress = progress;
        this.cancellationToken = cancellationToken;
    }

    /// <summary>Position of the event at hand, from 0.</summary>
    public long Index { get; private set; }

    /// <summary>Moves on to the next event.</summary>
    /// <exception cref="OperationCanceledException">The caller asked to stop.</exception>
    public void Next()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if ((++Index & (ReportEvery - 1)) == 0) Report();
    }

    /// <summary>Tells where the pass stands; called once more at its end.</summary>
    public void Report() => progress?.Report(new(stage, Index, total, double.NaN));
}
