using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>The law of stretches of tokens and what a mask leaves visible of them.</summary>
internal sealed class MaskedStretchCollector<TToken> : Collector<IEnumerable<TToken>, None, Chunk<TToken>>
    where TToken : notnull
{
    private readonly MaskedStretchKind<TToken> kind;
    private readonly TokenNumbers<TToken> tokens;
    private readonly WeighedPairs pairs;
    private readonly MaskedWindows<TToken> stretches;

    public MaskedStretchCollector(MaskedStretchKind<TToken> kind, CountScope scope)
    {
        this.kind = kind;
        tokens = new(scope);
        pairs = new(scope);
        stretches = new(tokens, pairs);
    }

    /// <inheritdoc/>
    public override void AddFiltered() => pairs.AddFiltered();

    /// <inheritdoc/>
    public override bool Accepts(double weight, long index) => pairs.Accepts(weight, index);

    /// <inheritdoc/>
    public override void Add(IEnumerable<TToken> first, None second)
    {
        var row = tokens.Of(first, pairs.Index);
        if (row.Length < kind.Length)
        {
            pairs.AddEmpty();
            return;
        }
        pairs.AddEvent();
        for (var start = 0; start <= row.Length - kind.Length; start++) stretches.Add(row.Slice(start, kind.Length));
    }

    /// <inheritdoc/>
    public override ObservedPart<Chunk<TToken>> Finish()
    {
        var patterns = stretches.Append(kind.Law, kind.Length, kind.Estimation, stretch => stretch, visible => visible);
        return pairs.Finish(TokenChunks.Of(stretches.Windows, tokens), patterns.Values(), kind.Estimation);
    }
}
