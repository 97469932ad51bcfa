namespace ContextureDsl.Tree;

/// <summary>X: what gets a vector.</summary>
public sealed class InputNode : Node
{
    internal InputNode(RowsNode rows, Selector selector, bool many)
    {
        Rows = rows;
        Selector = selector;
        Many = many;
    }

    /// <summary>The rows it is read from.</summary>
    public RowsNode Rows { get; }

    /// <summary>Row to input, or to several inputs.</summary>
    public Selector Selector { get; }

    /// <summary>Whether one row holds several inputs.</summary>
    public bool Many { get; }
}
