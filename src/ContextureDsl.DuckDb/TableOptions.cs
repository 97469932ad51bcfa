namespace ContextureDsl.DuckDb;

/// <summary>How a table is counted. Nothing here changes what is counted except <see cref="Duplicates"/> and <see cref="MinimumCount"/>.</summary>
public sealed record TableOptions
{
    /// <summary>What several rows with the same pair mean.</summary>
    public Duplicates Duplicates { get; init; } = Duplicates.Sum;

    /// <summary>Inputs and context values in fewer counted rows are left out; 1 leaves nothing out.</summary>
    public int MinimumCount { get; init; } = 1;

    /// <summary>Threads of the engine; null: one per processor. The counts have the same bits for any number.</summary>
    public int? Threads { get; init; }

    /// <summary>
    /// Memory of the engine's buffers, such as "400MB" or "4GB"; what does not fit goes to <see cref="TemporaryDirectory"/>. Null: four fifths of the
    /// machine's memory. The process needs more than this: the distinct keys and pairs themselves stay in memory.
    /// </summary>
    public string? MemoryLimit { get; init; }

    /// <summary>Folder for what does not fit into memory; null: the system's. A folder of its own is made in it when needed and removed at the end.</summary>
    public string? TemporaryDirectory { get; init; }
}
