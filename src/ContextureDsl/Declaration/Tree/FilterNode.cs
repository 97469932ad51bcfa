namespace ContextureDsl.Tree;

/// <summary>The rows for which a predicate holds.</summary>
public sealed class FilterNode : RowsNode
{
    internal FilterNode(RowsNode rows, Selector predicate) : base(rows.Source)
    {
        Rows = rows;
        Predicate = predicate;
    }

    /// <summary>What is filtered.</summary>
    public RowsNode Rows { get; }

    /// <summary>Row to bool.</summary>
    public Selector Predicate { get; }
}
