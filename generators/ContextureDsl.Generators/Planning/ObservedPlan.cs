using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Generators.Planning;

/// <summary>What is emitted for pairs counted from rows: a counter with its tables.</summary>
public sealed record ObservedPlan : PartPlan
{
    /// <summary>What was read.</summary>
    public required ObservedModel Observed { get; init; }

    /// <inheritdoc/>
    public override PartModel Model => Observed;

    /// <summary>The table of X.</summary>
    public required AlphabetPlan Inputs { get; init; }

    /// <summary>The table of A.</summary>
    public required AlphabetPlan Variables { get; init; }
}
