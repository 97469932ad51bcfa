namespace ContextureDsl.Tree;

/// <summary>Pairs (x, a) counted from rows.</summary>
public abstract class ObservedNode : ContextNode
{
    private protected ObservedNode(InputNode input, Selector variable, bool many)
    {
        Input = input;
        Variable = variable;
        Many = many;
    }

    /// <summary>X.</summary>
    public InputNode Input { get; }

    /// <summary>Row to context value, or to several.</summary>
    public Selector Variable { get; }

    /// <summary>Whether one row holds several context values.</summary>
    public bool Many { get; }

    /// <summary>Row to weight; null counts every row once.</summary>
    public Selector? Weight { get; internal init; }

    /// <summary>Row to time.</summary>
    public Selector? Time { get; internal init; }

    /// <summary>Age at which a row counts half, relative to the latest row.</summary>
    public TimeSpan? HalfLife { get; internal init; }

    /// <summary>What several rows with the same pair mean; null leaves it to the settings.</summary>
    public Duplicates? Duplicates { get; internal init; }

    /// <summary>Inputs seen in fewer events are left out; null leaves it to the settings.</summary>
    public int? MinimumInput { get; internal init; }

    /// <summary>Context values seen in fewer events are left out; null leaves it to the settings.</summary>
    public int? MinimumVariable { get; internal init; }

    /// <summary>Runs typed code on this node without reflection.</summary>
    public abstract TResult Accept<TResult>(IObservedVisitor<TResult> visitor);
}
