using ContextureDsl.Compiler.Equality;

namespace ContextureDsl.Compiler.Model;

/// <summary>Pairs counted from rows. Values (half-life, duplicates, minimum counts) are not here: they are taken from the real tree.</summary>
public sealed record ObservedModel : ContextModel
{
    /// <summary>A name for emitted members, unique in the declaration and a valid identifier in PascalCase: from Named("…"), the local it was assigned to, or the selector's last member.</summary>
    public required string Name { get; init; }

    /// <summary>Ordinal of the source.</summary>
    public required int Source { get; init; }

    /// <summary>Predicates, outermost last.</summary>
    public required EquatableArray<SelectorModel> Filters { get; init; }

    /// <summary>X.</summary>
    public required SelectorModel Input { get; init; }

    /// <summary>Whether a row holds several inputs.</summary>
    public required bool InputMany { get; init; }

    /// <summary>The input as a key.</summary>
    public required KeyModel InputKey { get; init; }

    /// <summary>A.</summary>
    public required SelectorModel Variable { get; init; }

    /// <summary>Whether a row holds several context values.</summary>
    public required bool VariableMany { get; init; }

    /// <summary>The context value as a key.</summary>
    public required KeyModel VariableKey { get; init; }

    /// <summary>Weight; null counts every row once.</summary>
    public required SelectorModel? Weight { get; init; }

    /// <summary>Time.</summary>
    public required SelectorModel? Time { get; init; }

    /// <summary>The shape of this part, with type parameters as written; see <c>ContextureDsl.Tree.Shape</c>.</summary>
    public required string Shape { get; init; }
}
