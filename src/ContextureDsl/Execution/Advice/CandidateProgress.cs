namespace ContextureDsl.Execution;

/// <summary>Where advising stands while one candidate is learnt: so many before it, and the step that it is in.</summary>
internal sealed class CandidateProgress : IProgress<LearnProgress>
{
    private const string Stage = "advising";

    private readonly IProgress<LearnProgress>? told;
    private readonly long done;
    private readonly long total;

    /// <summary>Tells that the candidate begins.</summary>
    /// <param name="told">Who is told; null where nobody is.</param>
    /// <param name="done">Candidates before this one.</param>
    /// <param name="total">Of all repeats.</param>
    public CandidateProgress(IProgress<LearnProgress>? told, long done, long total)
    {
        this.told = told;
        this.done = done;
        this.total = total;
        told?.Report(new(Stage, done, total, double.NaN));
    }

    /// <inheritdoc/>
    public void Report(LearnProgress value) => told?.Report(new($"{Stage}, {value.Stage}", done, total, value.Residual));
}
