using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>Counts inputs with their labels, then passes every row through the channel that mistakes the label.</summary>
/// <remarks>Memory: 12 bytes for each of the N·K pairs where labels are mistaken.</remarks>
internal sealed class LabelCollector<TInput, TLabel> : Collector<TInput, TLabel, TInput>
    where TInput : notnull
    where TLabel : notnull
{
    private readonly LabelKind<TInput, TLabel> kind;
    private readonly CountScope scope;
    private readonly DictionaryAlphabet<TInput> inputs = new();
    private readonly DictionaryAlphabet<TLabel> labels = new();
    private readonly PairAccumulator<TInput, TLabel> pairs;
    private long index;

    public LabelCollector(LabelKind<TInput, TLabel> kind, CountScope scope)
    {
        this.kind = kind;
        this.scope = scope;
        pairs = new(inputs, labels, scope);
    }

    /// <inheritdoc/>
    public override void AddFiltered() => pairs.AddFiltered();

    /// <inheritdoc/>
    public override bool Accepts(double weight, long index)
    {
        this.index = index;
        return pairs.Accepts(weight, index);
    }

    /// <inheritdoc/>
    /// <exception cref="UnknownLabelException">The declared channel does not have the label.</exception>
    public override void Add(TInput first, TLabel second)
    {
        if (first is null) throw pairs.NullInput();
        if (second is null) throw pairs.NullVariable();
        if (kind.Through is { } channel && !channel.TryNumber(second, out _))
            throw UnknownLabelException.At(scope, index, second.ToString() ?? "", channel.Labels.Select(label => label.ToString() ?? ""));
        pairs.Add(inputs.Number(first), labels.Number(second));
    }

    /// <inheritdoc/>
    public override ObservedPart<TInput> Finish()
    {
        var counted = (ObservedPart<TInput, TLabel>)pairs.Finish();
        if (kind.Through is { } channel) return LabelNoise.Through(counted, channel, scope).AsClasses(kind.Estimation);
        if (kind.Smoothing == 0) return counted.AsClasses(kind.Estimation);

        // A wrong label of a new row is one of the classes that were learnt.
        var classes = scope.Fitted is LabelFit<TLabel> fit ? fit.Labels : counted.Variables;
        return LabelNoise.Symmetric(counted, classes, kind.Smoothing, scope).AsClasses(kind.Estimation, new LabelFit<TLabel>(classes));
    }
}
