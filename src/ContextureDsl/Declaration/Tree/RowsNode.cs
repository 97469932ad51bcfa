namespace ContextureDsl.Tree;

/// <summary>Rows of one event source: all of them, or those that pass a filter.</summary>
public abstract class RowsNode : Node
{
    private protected RowsNode(SourceNode? source) => Source = source ?? (SourceNode)this;

    /// <summary>The source that the rows come from.</summary>
    public SourceNode Source { get; }
}
