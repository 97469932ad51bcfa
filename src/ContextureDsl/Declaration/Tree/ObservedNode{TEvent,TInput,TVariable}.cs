namespace ContextureDsl.Tree;

/// <summary>Pairs (x, a) counted from rows, with the delegates in their types.</summary>
public sealed class ObservedNode<TEvent, TInput, TVariable> : ObservedNode
    where TInput : notnull
    where TVariable : notnull
{
    internal ObservedNode(InputNode input, Selector variable, bool many) : base(input, variable, many) { }

    /// <summary>Row to input; null where a row holds several.</summary>
    public Func<TEvent, TInput>? InputOf => Input.Selector.Function as Func<TEvent, TInput>;

    /// <summary>Row to inputs; null where a row holds one.</summary>
    public Func<TEvent, IEnumerable<TInput>>? InputsOf => Input.Selector.Function as Func<TEvent, IEnumerable<TInput>>;

    /// <summary>Row to context value; null where a row holds several.</summary>
    public Func<TEvent, TVariable>? VariableOf => Variable.Function as Func<TEvent, TVariable>;

    /// <summary>Row to context values; null where a row holds one.</summary>
    public Func<TEvent, IEnumerable<TVariable>>? VariablesOf => Variable.Function as Func<TEvent, IEnumerable<TVariable>>;

    /// <summary>Row to weight.</summary>
    public Func<TEvent, double>? WeightOf => (Func<TEvent, double>?)Weight?.Function;

    /// <summary>Row to time.</summary>
    public Func<TEvent, DateTimeOffset>? TimeOf => (Func<TEvent, DateTimeOffset>?)Time?.Function;

    /// <inheritdoc cref="RowsNode.Filters{TEvent}"/>
    public IReadOnlyList<Func<TEvent, bool>> Filters() => Input.Rows.Filters<TEvent>();

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IPartVisitor<TResult> visitor) => visitor.Visit(this);
}
