namespace ContextureDsl.Tree;

/// <summary>Pairs that something else has counted. It reads no rows.</summary>
public sealed class CountedNode : PartNode
{
    private readonly SourceNode nowhere;

    internal CountedNode(string name, object pairs)
    {
        Name = name;
        Pairs = pairs;
        nowhere = new(-1, name, typeof(None));
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override RowsNode Rows => nowhere;

    /// <inheritdoc/>
    public override string InputText => "input";

    /// <inheritdoc/>
    public override string VariableText => Name;

    /// <inheritdoc/>
    public override Estimation Estimation => Estimation.Counted;

    /// <summary>What was counted: a declaration only carries it to where it is learnt.</summary>
    internal object Pairs { get; }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IPartVisitor<TResult> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.Visit(this);
    }
}
