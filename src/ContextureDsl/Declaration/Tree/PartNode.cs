namespace ContextureDsl.Tree;

/// <summary>A leaf of a declaration: one context that is learnt from the rows of one source, by itself or as a part of a mix.</summary>
public abstract class PartNode : ContextNode
{
    private protected PartNode() { }

    /// <summary>The rows it is learnt from.</summary>
    public abstract RowsNode Rows { get; }

    /// <summary>What says what X is, for messages.</summary>
    public abstract string InputText { get; }

    /// <summary>What says what A is, for messages; the name of a part without one.</summary>
    public abstract string VariableText { get; }

    /// <summary>How its joint law is found from the rows.</summary>
    public abstract Estimation Estimation { get; }

    /// <summary>Row to weight; null counts every row once.</summary>
    public Selector? Weight { get; internal init; }

    /// <summary>Age at which a row counts half, relative to the latest row.</summary>
    public TimeSpan? HalfLife { get; internal init; }

    /// <summary>What several rows with the same pair mean; null leaves it to the settings.</summary>
    public Duplicates? Duplicates { get; internal init; }

    /// <summary>Inputs in fewer counted pairs are left out; null leaves it to the settings.</summary>
    public int? MinimumInput { get; internal init; }

    /// <summary>Context values in fewer counted pairs are left out; null leaves it to the settings.</summary>
    public int? MinimumVariable { get; internal init; }

    /// <summary>Runs typed code on this node without reflection.</summary>
    public abstract TResult Accept<TResult>(IPartVisitor<TResult> visitor);
}
