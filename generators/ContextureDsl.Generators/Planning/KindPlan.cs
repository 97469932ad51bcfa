using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Generators.Planning;

/// <summary>What is emitted for a context of another kind: a struct that reads a row. The library's counter takes it as a type argument and so has it inlined.</summary>
public sealed record KindPlan : PartPlan
{
    /// <summary>What was read.</summary>
    public required KindModel Kind { get; init; }

    /// <inheritdoc/>
    public override PartModel Model => Kind;

    /// <summary>The emitted struct.</summary>
    public required string Reader { get; init; }

    /// <summary>The types of an event, of what is read of it, and of X, as type arguments.</summary>
    public required string Types { get; init; }
}
