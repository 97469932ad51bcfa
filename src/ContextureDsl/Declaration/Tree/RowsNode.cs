namespace ContextureDsl.Tree;

/// <summary>Rows of one event source: all of them, or those that pass a filter.</summary>
public abstract class RowsNode : Node
{
    private protected RowsNode(SourceNode? source) => Source = source ?? (SourceNode)this;

    /// <summary>The source that the rows come from.</summary>
    public SourceNode Source { get; }

    /// <summary>The filters that a row must pass, outermost last.</summary>
    public IReadOnlyList<Func<TEvent, bool>> Filters<TEvent>()
    {
        var filters = new List<Func<TEvent, bool>>();
        for (var rows = this; rows is FilterNode filter; rows = filter.Rows) filters.Add((Func<TEvent, bool>)filter.Predicate.Function);
        filters.Reverse();
        return filters;
    }
}
