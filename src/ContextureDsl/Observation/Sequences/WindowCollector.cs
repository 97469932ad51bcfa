using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>Counts tokens with the tokens around them.</summary>
internal sealed class WindowCollector<TToken>(WindowKind<TToken> kind, CountScope scope) : Collector<IEnumerable<TToken>, None, TToken>
    where TToken : notnull
{
    private readonly TokenNumbers<TToken> tokens = new(scope);
    private readonly WeighedPairs pairs = new(scope);

    /// <inheritdoc/>
    public override void AddFiltered() => pairs.AddFiltered();

    /// <inheritdoc/>
    public override bool Accepts(double weight, long index) => pairs.Accepts(weight, index);

    /// <inheritdoc/>
    public override void Add(IEnumerable<TToken> first, None second)
    {
        var row = tokens.Of(first, pairs.Index);
        var counted = false;
        for (var x = 0; x < row.Length; x++)
            for (var a = Math.Max(0, x - kind.Before); a < row.Length && a - x <= kind.After; a++)
            {
                var weight = a == x ? 0 : kind.Weights is { } weights ? weights[Math.Abs(a - x) - 1] : 1;
                if (weight == 0) continue;
                pairs.Append(row[x], row[a], pairs.Weight * weight);
                pairs.CountInput(row[x]);
                pairs.CountVariable(row[a]);
                counted = true;
            }
        if (counted) pairs.AddEvent();
        else pairs.AddEmpty();
    }

    /// <inheritdoc/>
    public override ObservedPart<TToken> Finish() => pairs.Finish(tokens.Alphabet, tokens.Alphabet, kind.Estimation);
}
