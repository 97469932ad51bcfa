namespace ContextureDsl.Observation;

/// <summary>What became of the rows, while they go by.</summary>
internal sealed class RowTally
{
    public long Events;
    public long Filtered;
    public long Weightless;
    public long Empty;
    public DateTimeOffset? Earliest;
    public DateTimeOffset? Latest;

    /// <summary>Notes the time of a counted row.</summary>
    public void At(DateTimeOffset time)
    {
        if (Earliest is not { } earliest || time < earliest) Earliest = time;
        if (Latest is not { } latest || time > latest) Latest = time;
    }

    public ObservationSummary Summary(int rareInputs = 0, int rareVariables = 0, int negligiblePairs = 0) => new()
    {
        Rows = Events + Filtered + Weightless + Empty,
        Events = Events,
        Filtered = Filtered,
        Weightless = Weightless,
        Empty = Empty,
        RareInputs = rareInputs,
        RareVariables = rareVariables,
        NegligiblePairs = negligiblePairs,
        Earliest = Earliest,
        Latest = Latest,
    };
}
