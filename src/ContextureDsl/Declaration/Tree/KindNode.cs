namespace ContextureDsl.Tree;

/// <summary>A context that is more than pairs in a row: a graph, a sequence, rows of features, images. What it is, is told by its <see cref="Kind"/>.</summary>
public abstract class KindNode : PartNode
{
    private protected KindNode(Node before, IReadOnlyList<KindStep> steps, IReadOnlyList<KindStep> options)
    {
        Before = before;
        Steps = steps;
        Options = options;
    }

    /// <summary>What the steps start from: rows, or an input.</summary>
    public Node Before { get; }

    /// <summary>The steps that make it a context.</summary>
    public IReadOnlyList<KindStep> Steps { get; }

    /// <summary>Steps after it is one, in ordinal order of their names: values only.</summary>
    public IReadOnlyList<KindStep> Options { get; }

    /// <summary>What kind of context.</summary>
    public abstract Kind Description { get; }

    /// <inheritdoc/>
    public override RowsNode Rows => Before as RowsNode ?? ((InputNode)Before).Rows;

    /// <inheritdoc/>
    public override string InputText => Before is InputNode input ? input.Selector.Text : VariableText;

    /// <inheritdoc/>
    public override string VariableText => string.Join('.', Steps.Select(step => $"{step.Name}({string.Join(", ", step.Selectors.Select(selector => selector.Text).Concat(step.Values.Select(item => item.Value).OfType<string>()))})"));

    /// <inheritdoc/>
    public override Estimation Estimation => Description.Estimation;

    /// <summary>The same rows, weighed by a delegate from row to double.</summary>
    internal abstract KindNode Weighed(Delegate weight, string text);

    /// <summary>The same without inputs and context values that are counted less often than this.</summary>
    /// <exception cref="DeclarationException">A count is below 1.</exception>
    internal abstract KindNode AtLeast(int input, int context);
}
