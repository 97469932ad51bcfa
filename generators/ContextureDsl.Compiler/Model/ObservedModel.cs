namespace ContextureDsl.Compiler.Model;

/// <summary>Pairs counted from rows.</summary>
public sealed record ObservedModel : PartModel
{
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

    /// <summary>Time.</summary>
    public required SelectorModel? Time { get; init; }

    /// <summary>Whether it says itself how often an input or a context value must occur to be counted. How often, the tree says.</summary>
    public bool HasMinimumCount { get; init; }
}
