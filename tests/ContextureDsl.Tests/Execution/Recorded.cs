namespace ContextureDsl.Tests.Execution;

/// <summary>Progress that is told at once, on the thread that computes: a list of what was said, and a chance to act on it.</summary>
internal sealed class Recorded(Action<LearnProgress>? act = null) : IProgress<LearnProgress>
{
    public List<LearnProgress> Reports { get; } = [];

    public void Report(LearnProgress value)
    {
        Reports.Add(value);
        act?.Invoke(value);
    }
}
