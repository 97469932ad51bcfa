using System.Runtime.InteropServices;
using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>Keeps inputs and numbers until the edges are known, then counts the buckets.</summary>
/// <remarks>Memory: 32 bytes a row where edges are learnt; where they are known, that of counting alone.</remarks>
internal sealed class BucketCollector<TInput> : Collector<TInput, double, TInput>
    where TInput : notnull
{
    private readonly Buckets buckets;
    private readonly CountScope scope;
    private readonly double[]? known;
    private readonly DictionaryAlphabet<TInput> inputs = new();
    private readonly DictionaryAlphabet<Bucket> variables = new();
    private readonly PairAccumulator<TInput, Bucket> pairs;
    private readonly List<Row> rows = [];
    private double weight;
    private long index;

    public BucketCollector(BucketKind<TInput> kind, CountScope scope)
    {
        buckets = kind.Buckets;
        this.scope = scope;
        known = (scope.Fitted as BucketFit)?.Edges ?? buckets.Edges;
        pairs = new(inputs, variables, scope);
    }

    private readonly record struct Row(TInput Input, double Number, double Weight, long Index);

    /// <inheritdoc/>
    public override void AddFiltered() => pairs.AddFiltered();

    /// <inheritdoc/>
    public override bool Accepts(double weight, long index)
    {
        this.weight = weight;
        this.index = index;
        return pairs.Accepts(weight, index);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidNumberException">The number is NaN, or infinite although edges are learnt.</exception>
    public override void Add(TInput first, double second)
    {
        if (first is null) throw pairs.NullInput();
        if (double.IsNaN(second) || (known is null && double.IsInfinity(second))) throw Invalid(second);
        if (known is null) rows.Add(new(first, second, weight, index));
        else Count(first, second, known);
    }

    /// <inheritdoc/>
    public override ObservedPart<TInput> Finish()
    {
        var edges = known ?? Learn();
        foreach (var row in rows)
        {
            pairs.Accepts(row.Weight, row.Index);
            Count(row.Input, row.Number, edges);
        }
        return ((ObservedPart<TInput, Bucket>)pairs.Finish()).As(Estimation.Counted, new BucketFit(edges));
    }

    private void Count(TInput input, double number, double[] edges) => pairs.Add(inputs.Number(input), variables.Number(Bucket.Between(number, edges)));

    private double[] Learn()
    {
        if (rows.Count == 0) return [];
        var numbers = rows.ConvertAll(row => row.Number);
        if (!buckets.ByRank) return BucketEdges.EqualWidth(CollectionsMarshal.AsSpan(numbers), buckets.Count);
        var weights = rows.ConvertAll(row => row.Weight);
        return BucketEdges.Quantile(CollectionsMarshal.AsSpan(numbers), CollectionsMarshal.AsSpan(weights), buckets.Count);
    }

    private InvalidNumberException Invalid(double number) => new(FormattableString.Invariant(
        $"Event {index} of {scope.Source} has the number {number} in {scope.Variable}. {(double.IsNaN(number) ? "It lies in no interval" : "Edges cannot be learnt from it")}. Leave such events out with Where, or give them a context value of their own."));
}
