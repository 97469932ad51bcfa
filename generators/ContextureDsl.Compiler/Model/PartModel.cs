using ContextureDsl.Compiler.Equality;

namespace ContextureDsl.Compiler.Model;

/// <summary>What a leaf of the tree is: one context, learnt from the rows of one source. Values (half-life, ratios, seeds) are not here: they are taken from the real tree.</summary>
public abstract record PartModel
{
    /// <summary>A name for emitted members, unique in the declaration and a valid identifier in PascalCase: from Named("…"), the local it was assigned to, or the selector's last member.</summary>
    public required string Name { get; init; }

    /// <summary>Ordinal of the source.</summary>
    public required int Source { get; init; }

    /// <summary>Predicates, outermost last.</summary>
    public required EquatableArray<SelectorModel> Filters { get; init; }

    /// <summary>Weight; null counts every row once.</summary>
    public required SelectorModel? Weight { get; init; }

    /// <summary>The shape of this part, with type parameters as written; see <c>ContextureDsl.Tree.Shape</c>.</summary>
    public required string Shape { get; init; }
}
