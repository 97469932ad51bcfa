using System.Numerics;
using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>The law of texts and what a mask leaves visible of their windows.</summary>
/// <remarks>A window is (start, places) with the start from 1 − length to n − 1; the bits of a mask that lie past the ends of the text show nothing.</remarks>
internal sealed class MaskedTextCollector<TInput, TToken> : Collector<TInput, IEnumerable<TToken>, TInput>
    where TInput : notnull
    where TToken : notnull
{
    private readonly MaskedTextKind<TInput, TToken> kind;
    private readonly CountScope scope;
    private readonly HashAlphabet<TInput, DefaultKeys<TInput>> inputs = new();
    private readonly TokenNumbers<TToken> tokens;
    private readonly WeighedPairs pairs;
    private readonly MaskedPatterns<TToken> patterns;
    private readonly RowLaw law = new();

    /// <summary>All masks; null where they are drawn.</summary>
    private readonly IReadOnlyList<(ulong Visible, double Probability)>? masks;

    public MaskedTextCollector(MaskedTextKind<TInput, TToken> kind, CountScope scope)
    {
        this.kind = kind;
        this.scope = scope;
        tokens = new(scope);
        pairs = new(scope);
        patterns = new(tokens);
        masks = kind.Estimation.Mode == EstimationMode.Enumerated ? kind.Law.Enumerate(kind.Length) : null;
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
        if (row.IsEmpty)
        {
            pairs.AddEmpty();
            return;
        }
        pairs.AddEvent();
        if (masks is null) Draw(row);
        else
            for (var start = 1 - kind.Length; start < row.Length; start++) Enumerate(row, start, masks);
        law.MoveTo(pairs, inputs.Number(first), pairs.Weight * row.Length);
    }

    /// <inheritdoc/>
    public override ObservedPart<TInput> Finish() => pairs.Finish(inputs, patterns.Values(), kind.Estimation);

    private void Enumerate(ReadOnlySpan<int> row, int start, IReadOnlyList<(ulong Visible, double Probability)> masks)
    {
        var inside = Inside(row, start);
        var shown = 0.0;
        foreach (var (visible, probability) in masks)
            if ((visible & inside) != 0) shown += probability;
        if (shown == 0) return;
        foreach (var (visible, probability) in masks)
            if ((visible & inside) != 0) law.Add(Pattern(row, start, visible & inside), probability / shown);
    }

    private void Draw(ReadOnlySpan<int> row)
    {
        var content = tokens.Content(row);
        for (var number = 0; number < kind.Estimation.Draws; number++)
        {
            var draw = ContextureDsl.Draw.Of(kind.Estimation.Seed, content, number);
            var start = draw.Next(row.Length + kind.Length - 1) + 1 - kind.Length;
            law.Add(Pattern(row, start, kind.Law.DrawnVisible(kind.Length, Inside(row, start), draw)), 1);
        }
    }

    /// <summary>The places of a window that lie in the text.</summary>
    private ulong Inside(ReadOnlySpan<int> row, int start)
    {
        var (from, to) = (Math.Max(0, -start), Math.Min(kind.Length, row.Length - start));
        return ulong.MaxValue >> (64 - (to - from)) << from;
    }

    /// <summary>The pattern of the places that can be seen, of which there is one at least.</summary>
    private int Pattern(ReadOnlySpan<int> row, int start, ulong visible)
    {
        var first = BitOperations.TrailingZeroCount(visible);
        return patterns.Trimmed(row[(start + first)..Math.Min(row.Length, start + kind.Length)], visible >> first);
    }
}
