using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>Counts texts with the stretches of tokens in them.</summary>
internal sealed class StretchesCollector<TInput, TToken> : Collector<TInput, IEnumerable<TToken>, TInput>
    where TInput : notnull
    where TToken : notnull
{
    private readonly StretchesKind<TInput, TToken> kind;
    private readonly CountScope scope;
    private readonly HashAlphabet<TInput, DefaultKeys<TInput>> inputs = new();
    private readonly NumberSequences stretches = new();
    private readonly TokenNumbers<TToken> tokens;
    private readonly WeighedPairs pairs;
    private readonly RowLaw law = new();

    public StretchesCollector(StretchesKind<TInput, TToken> kind, CountScope scope)
    {
        this.kind = kind;
        this.scope = scope;
        tokens = new(scope);
        pairs = new(scope);
    }

    /// <inheritdoc/>
    public override void AddFiltered() => pairs.AddFiltered();

    /// <inheritdoc/>
    public override bool Accepts(double weight, long index) => pairs.Accepts(weight, index);

    /// <inheritdoc/>
    public override void Add(TInput first, IEnumerable<TToken> second)
    {
        if (first is null) throw NullKeyException.Value(scope, pairs.Index, scope.Input, "input");
        var row = tokens.Of(second, pairs.Index);
        var found = false;
        foreach (var length in kind.Lengths)
            for (var start = 0; start <= row.Length - length; start++)
            {
                law.Add(stretches.Number(row.Slice(start, length)), 1);
                found = true;
            }
        if (!found)
        {
            pairs.AddEmpty();
            return;
        }
        pairs.AddEvent();
        law.MoveTo(pairs, inputs.Number(first), pairs.Weight * row.Length);
    }

    /// <inheritdoc/>
    public override ObservedPart<TInput> Finish() => pairs.Finish(inputs, TokenChunks.Of(stretches, tokens), kind.Estimation);
}
