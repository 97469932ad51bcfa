using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>The mean of the laws of each input's rows, weighted by the rows.</summary>
internal sealed class SoftLabelCollector<TInput, TLabel> : Collector<TInput, IEnumerable<(TLabel Label, double Probability)>, TInput>
    where TInput : notnull
    where TLabel : notnull
{
    private readonly CountScope scope;
    private readonly InputMass<TInput> mass;
    private readonly DictionaryAlphabet<TLabel> labels = new();
    private readonly Occurrences? labelCounts;
    private readonly PairStore store;
    private readonly LawWriter<TLabel> laws;

    public SoftLabelCollector(CountScope scope)
    {
        this.scope = scope;
        mass = new(scope);
        labelCounts = scope.MinimumVariable > 1 ? new() : null;
        store = new(Duplicates.Sum, null, labelCounts, cancellationToken: scope.CancellationToken);
        laws = new(labels, store, scope);
    }

    /// <inheritdoc/>
    public override void AddFiltered() => mass.AddFiltered();

    /// <inheritdoc/>
    public override bool Accepts(double weight, long index) => mass.Accepts(weight, index);

    /// <inheritdoc/>
    /// <exception cref="InvalidLawException">The labels of the row are no probability law.</exception>
    public override void Add(TInput first, IEnumerable<(TLabel Label, double Probability)> second)
    {
        var input = mass.Add(first);
        laws.Append(input, mass.Inputs.Count, second, mass.Weight, mass.Index, () => $"the input {mass.Inputs.Describe(input)}");
    }

    /// <inheritdoc/>
    public override ObservedPart<TInput> Finish() => LawPart.Of(scope, mass, labels, store, weighed: true, labelCounts).AsClasses(Estimation.Enumerated);
}
