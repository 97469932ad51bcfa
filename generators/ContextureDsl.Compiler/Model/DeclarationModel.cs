using ContextureDsl.Compiler.Equality;

namespace ContextureDsl.Compiler.Model;

/// <summary>
/// Everything that determines what is emitted for one declaration. Immutable and structurally equal without symbols, syntax or locations, so
/// that an edit which does not change it stops the incremental pipeline, and nothing of a compilation is kept alive.
/// </summary>
public sealed record DeclarationModel
{
    /// <summary>How it is written.</summary>
    public required DeclarationForm Form { get; init; }

    /// <summary>The namespace, escaped; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The types from the outermost to the declaring one.</summary>
    public required EquatableArray<ContainerModel> Containers { get; init; }

    /// <summary>X.</summary>
    public required TypeModel Input { get; init; }

    /// <summary>A, where the class header names it; null for <c>Contexture&lt;X&gt;</c>.</summary>
    public required TypeModel? Variable { get; init; }

    /// <summary>The event sources; exactly one in record form, its row type being the record.</summary>
    public required EquatableArray<SourceModel> Sources { get; init; }

    /// <summary>What Define returns; null where the whole could not be read.</summary>
    public required ContextModel? Tree { get; init; }

    /// <summary>All parts that could be read, in the order of the source; where there is a <see cref="Tree"/>, its distinct leaves in the order in which they first stand in it.</summary>
    public required EquatableArray<PartModel> Parts { get; init; }

    /// <summary>The shape of the whole, with type parameters as written; empty where <see cref="Tree"/> is null.</summary>
    public required string Shape { get; init; }

    /// <summary>Half-life in days of a record's [Time], as an invariant literal; null elsewhere.</summary>
    public required string? HalfLifeDays { get; init; }

    /// <summary>Members of the declaring type whose names emitted members would have: Learn, LearnAsync, and whatever ends in Plan; in ordinal order.</summary>
    public EquatableArray<string> TakenNames { get; init; }

    /// <summary>Whether a type that a record derives from has a class written for it too, which the record's own hides.</summary>
    public bool HidesInherited { get; init; }

    /// <summary>How far what is written for a record may be seen: no further than the types that it names.</summary>
    public string Access { get; init; } = "public";

    /// <summary>The arguments of a record's [Contexture], for the class that is written for it; empty elsewhere.</summary>
    public string SettingsText { get; init; } = "";

    /// <summary>The declared rank; null for automatic.</summary>
    public required int? Rank { get; init; }

    /// <summary>Whether parts that do not say so themselves leave out what occurs rarely.</summary>
    public bool HasMinimumCount { get; init; }

    /// <summary>Whether storage is declared double.</summary>
    public required bool DoublePrecision { get; init; }
}
