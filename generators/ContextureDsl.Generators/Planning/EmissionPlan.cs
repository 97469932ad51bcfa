using ContextureDsl.Compiler.Equality;
using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Generators.Planning;

/// <summary>Everything that the writers need to know of one declaration. Structurally equal like the model it is made from, for the same reason.</summary>
public sealed record EmissionPlan
{
    /// <summary>What was read.</summary>
    public required DeclarationModel Declaration { get; init; }

    /// <summary>The namespace and metadata names of the declaring type.</summary>
    public required string FullName { get; init; }

    /// <summary>The simple name of the declaring type, without escape and type parameters, in PascalCase: emitted names start with it.</summary>
    public required string Stem { get; init; }

    /// <summary>The result of Learn.</summary>
    public required string Learned { get; init; }

    /// <summary>The event sources.</summary>
    public required EquatableArray<SourcePlan> Sources { get; init; }

    /// <summary>The parts.</summary>
    public required EquatableArray<PartPlan> Parts { get; init; }

    /// <summary>The emitted key structs, each once.</summary>
    public required EquatableArray<KeyStructPlan> KeyStructs { get; init; }

    /// <summary>The mix; null where the whole was not read.</summary>
    public required MixPlan? Mix { get; init; }

    /// <summary>The terms of a mix whose operator is one sum over the parts; empty for others.</summary>
    public required EquatableArray<SharePlan> Shares { get; init; }

    /// <summary>The blocks; null where the whole was not read.</summary>
    public required BlockPlan? Block { get; init; }

    /// <summary>Whether the decomposition is emitted: the whole was read, its operator is one sum over the parts, and none of them is a walk of several steps, which only the library applies.</summary>
    public required bool Decomposes { get; init; }

    /// <summary>The operator of a mix that is more than contexts side by side; null where it is none, or the library's own is used.</summary>
    public required MixedOperatorPlan? Mixed { get; init; }

    /// <summary>Why the operator of a mix is the library's own; empty where it is emitted.</summary>
    public required string OperatorNote { get; init; }

    /// <summary>The emitted plan class.</summary>
    public required string PlanName { get; init; }

    /// <summary>The emitted operator.</summary>
    public string OperatorName => Stem + "Operator";

    /// <summary>The emitted normalisation.</summary>
    public string NormalisationName => Stem + "Normalisation";

    /// <summary>The emitted iteration.</summary>
    public string IterationName => Stem + "Iteration";
}
