using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>Counts edges: the pair (from, to), and (to, from) as well where the graph is undirected.</summary>
internal sealed class NeighbourCollector<TNode> : Collector<TNode, TNode, TNode>
    where TNode : notnull
{
    private readonly HashAlphabet<TNode, DefaultKeys<TNode>> inputs = new();
    private readonly HashAlphabet<TNode, DefaultKeys<TNode>> variables = new();
    private readonly PairAccumulator<TNode, TNode> pairs;
    private readonly bool isUndirected;

    /// <param name="kind">Whether the graph is undirected.</param>
    /// <param name="scope">The policies of this call.</param>
    public NeighbourCollector(NeighbourKind<TNode> kind, CountScope scope)
    {
        isUndirected = kind.IsUndirected;
        pairs = new(inputs, variables, scope);
    }

    /// <inheritdoc/>
    public override void AddFiltered() => pairs.AddFiltered();

    /// <inheritdoc/>
    public override bool Accepts(double weight, long index) => pairs.Accepts(weight, index);

    /// <inheritdoc/>
    public override void Add(TNode first, TNode second)
    {
        if (first is null) throw pairs.NullInput();
        if (second is null) throw pairs.NullVariable();
        var (from, to) = (inputs.Number(first), variables.Number(second));
        if (!isUndirected || EqualityComparer<TNode>.Default.Equals(first, second)) pairs.Add(from, to);
        else pairs.AddBoth((from, to), (inputs.Number(second), variables.Number(first)));
    }

    /// <inheritdoc/>
    public override ObservedPart<TNode> Finish()
    {
        var part = (ObservedPart<TNode, TNode>)pairs.Finish();
        return new ObservedPart<TNode, TNode>(part.Inputs, part.Variables, part.Table, part.Summary) { IsUndirected = isUndirected };
    }
}
