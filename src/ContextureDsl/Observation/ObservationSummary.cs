namespace ContextureDsl.Observation;

/// <summary>What happened to the rows of one observed context. All are counts.</summary>
public sealed record ObservationSummary
{
    /// <summary>Rows handed over.</summary>
    public required long Rows { get; init; }

    /// <summary>Rows that gave at least one pair.</summary>
    public required long Events { get; init; }

    /// <summary>Rows that a Where left out.</summary>
    public long Filtered { get; init; }

    /// <summary>Rows with weight zero.</summary>
    public long Weightless { get; init; }

    /// <summary>Rows whose list of inputs or of context values was empty.</summary>
    public long Empty { get; init; }

    /// <summary>Inputs left out by the minimum count, or because nothing was left to see them with.</summary>
    public int RareInputs { get; init; }

    /// <summary>Context values left out by the minimum count, or because nothing was left to see them with.</summary>
    public int RareVariables { get; init; }

    /// <summary>
    /// Distinct pairs left out because they weigh less than 2^-200 (about 6e-61) of the heaviest one, such as rows two hundred half-lives older than the latest: no precision on offer could
    /// show them. Inputs and context values that lose all their pairs so are counted as rare as well.
    /// </summary>
    public int NegligiblePairs { get; init; }

    /// <summary>The earliest time of a counted row, where a time is declared.</summary>
    public DateTimeOffset? Earliest { get; init; }

    /// <summary>The latest time of a counted row, where a time is declared.</summary>
    public DateTimeOffset? Latest { get; init; }
}
