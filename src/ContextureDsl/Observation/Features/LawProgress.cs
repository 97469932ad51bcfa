namespace ContextureDsl.Observation;

/// <summary>Tells how many rows of a law are computed, one report at a time, whichever thread it comes from.</summary>
internal sealed class LawProgress
{
    private readonly IProgress<LearnProgress> target;
    private readonly string stage;
    private readonly long total;
    private readonly Lock gate = new();
    private long done;

    private LawProgress(IProgress<LearnProgress> target, string stage, long total)
    {
        this.target = target;
        this.stage = stage;
        this.total = total;
    }

    /// <summary>Null where nobody wants to know.</summary>
    public static LawProgress? Of(CountScope scope, string step, long total) => scope.Progress is { } target ? new(target, "computing " + step, total) : null;

    /// <summary>So many more are done.</summary>
    public void Add(int rows)
    {
        lock (gate) target.Report(new(stage, done += rows, total, double.NaN));
    }
}
