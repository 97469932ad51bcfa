using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>The law of tokens and what a mask leaves visible around them.</summary>
internal sealed class MaskedWindowCollector<TToken> : Collector<IEnumerable<TToken>, None, TToken>
    where TToken : notnull
{
    private const int NoToken = -1;

    private readonly MaskedWindowKind<TToken> kind;
    private readonly TokenNumbers<TToken> tokens;
    private readonly WeighedPairs pairs;
    private readonly MaskedWindows<TToken> windows;
    private readonly int[] window;

    public MaskedWindowCollector(MaskedWindowKind<TToken> kind, CountScope scope)
    {
        this.kind = kind;
        tokens = new(scope);
        pairs = new(scope);
        windows = new(tokens, pairs);
        window = new int[2 * kind.Radius + 1];
    }

    /// <inheritdoc/>
    public override void AddFiltered() => pairs.AddFiltered();

    /// <inheritdoc/>
    public override bool Accepts(double weight, long index) => pairs.Accepts(weight, index);

    /// <inheritdoc/>
    public override void Add(IEnumerable<TToken> first, None second)
    {
        var row = tokens.Of(first, pairs.Index);
        if (row.IsEmpty)
        {
            pairs.AddEmpty();
            return;
        }
        pairs.AddEvent();
        for (var x = 0; x < row.Length; x++)
        {
            for (var i = 0; i < window.Length; i++) window[i] = x + i - kind.Radius is var at && (uint)at < (uint)row.Length ? row[at] : NoToken;
            windows.Add(window);
        }
    }

    /// <inheritdoc/>
    public override ObservedPart<TToken> Finish()
    {
        // The mask speaks of the places around the token; the bit of the token itself stays unset.
        var before = (1UL << kind.Radius) - 1;
        var patterns = windows.Append(
            kind.Law, 2 * kind.Radius, kind.Estimation, number => windows.Windows[number][kind.Radius], visible => (visible & before) | (visible & ~before) << 1);
        return pairs.Finish(tokens.Alphabet, patterns.Values(), kind.Estimation);
    }
}
