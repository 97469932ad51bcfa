namespace ContextureDsl.Tree;

/// <summary>One event source: a parameter of Define.</summary>
public sealed class SourceNode : RowsNode
{
    internal SourceNode(int ordinal, string name, Type row) : base(null)
    {
        Ordinal = ordinal;
        Name = name;
        Row = row;
    }

    /// <summary>Which parameter, from 0.</summary>
    public int Ordinal { get; }

    /// <summary>The parameter's name where it is known, otherwise the row type's; for messages only.</summary>
    public string Name { get; }

    /// <summary>The type of an event.</summary>
    public Type Row { get; }
}
