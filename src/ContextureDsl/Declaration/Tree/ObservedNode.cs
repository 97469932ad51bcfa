namespace ContextureDsl.Tree;

/// <summary>Pairs (x, a) counted from rows.</summary>
public abstract class ObservedNode : PartNode
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

    /// <summary>Row to time.</summary>
    public Selector? Time { get; internal init; }

    /// <inheritdoc/>
    public override RowsNode Rows => Input.Rows;

    /// <inheritdoc/>
    public override string InputText => Input.Selector.Text;

    /// <inheritdoc/>
    public override string VariableText => Variable.Text;

    /// <inheritdoc/>
    public override Estimation Estimation => Estimation.Counted;
}
