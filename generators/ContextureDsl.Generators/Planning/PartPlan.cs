using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Generators.Planning;

/// <summary>What is emitted for one part.</summary>
public abstract record PartPlan
{
    /// <summary>Position in the declaration.</summary>
    public required int Index { get; init; }

    /// <summary>What was read.</summary>
    public abstract PartModel Model { get; }

    /// <summary>The type of an event.</summary>
    public required string Row { get; init; }

    /// <summary>The type of the counter.</summary>
    public required string Counter { get; init; }

    /// <summary>The name of a local that stands for this part.</summary>
    public required string Local { get; init; }

    /// <summary>Which selectors run as delegates and why; null where all are inlined.</summary>
    public required string? Note { get; init; }
}
