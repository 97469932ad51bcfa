namespace ContextureDsl.Observation;

/// <summary>What a counter must know beyond the declaration: the resolved policies of this call.</summary>
/// <param name="Duplicates">What several rows with the same pair mean.</param>
/// <param name="HalfLife">Age at which a row counts half; null for no forgetting.</param>
/// <param name="MinimumInput">Inputs in fewer counted pairs are left out; 1 leaves nothing out.</param>
/// <param name="MinimumVariable">Context values in fewer counted pairs are left out.</param>
/// <param name="Source">Name of the event source, for messages.</param>
/// <param name="Input">Text of the input selector, for messages.</param>
/// <param name="Variable">Text of the context selector, for messages.</param>
/// <param name="Weight">Text of the weight selector, for messages; null where there is none.</param>
public sealed record CountScope(
    Duplicates Duplicates, TimeSpan? HalfLife, int MinimumInput, int MinimumVariable, string Source, string Input, string Variable, string? Weight)
{
    /// <summary>Stops the sorting and merging of what was counted; looked at every few ten thousand pairs.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>What was learnt from earlier rows: the rows to come are read against it, and nothing is learnt from them. Null while learning.</summary>
    public FittedState? Fitted { get; init; }

    /// <summary>Threads that a law may be computed with. The numbers are the same for any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Told while a law is computed that takes time; on any thread.</summary>
    public IProgress<LearnProgress>? Progress { get; init; }

    /// <summary>The scope of a kind whose rows give the same pair several times by themselves, so that their weights can only be added.</summary>
    /// <param name="reason">A sentence that says why.</param>
    /// <exception cref="DeclarationException">The policy for duplicates is not to add them.</exception>
    internal CountScope Adding(string reason) => Duplicates == Duplicates.Sum
        ? this
        : throw new DeclarationException($"{Variable} under Duplicates.{Duplicates}. {reason} Leave Duplicates at Sum, or declare it on the part that it is meant for.");
}
