using ContextureDsl.Compiler.Equality;

namespace ContextureDsl.Compiler.Model;

/// <summary>A context of another kind than pairs in a row. Emitted code reads its rows; what is made of them is the library's business, whatever the kind.</summary>
public sealed record KindModel : PartModel
{
    /// <summary>The names of the steps, joined by dots: Features.Standardised.Nearest.</summary>
    public required string Steps { get; init; }

    /// <summary>X.</summary>
    public required TypeModel Input { get; init; }

    /// <summary>The first thing that is read of a row.</summary>
    public required SelectorModel First { get; init; }

    /// <summary>The second; null where there is one only.</summary>
    public required SelectorModel? Second { get; init; }
}
