using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>A law for every distinct input, asked for when the input is first seen; P_X is counted.</summary>
/// <remarks>Memory: at most about 48 bytes for each pair with a positive probability.</remarks>
internal sealed class ChannelCollector<TInput, TVariable> : Collector<TInput, None, TInput>
    where TInput : notnull
    where TVariable : notnull
{
    private readonly Func<TInput, IEnumerable<(TVariable Value, double Probability)>> law;
    private readonly Estimation estimation;
    private readonly CountScope scope;
    private readonly InputMass<TInput> mass;
    private readonly DictionaryAlphabet<TVariable> variables = new();
    private readonly PairStore store;
    private readonly LawWriter<TVariable> laws;

    private ChannelCollector(Func<TInput, IEnumerable<(TVariable Value, double Probability)>> law, Estimation estimation, CountScope scope)
    {
        this.law = law;
        this.estimation = estimation;
        this.scope = scope;
        mass = new(scope);
        store = new(Duplicates.Sum, null, null, cancellationToken: scope.CancellationToken);
        laws = new(variables, store, scope);
    }

    /// <summary>For a channel given exactly.</summary>
    public ChannelCollector(ChannelKind<TInput, TVariable> kind, CountScope scope) : this(kind.Law, kind.Estimation, scope) { }

    /// <summary>For a channel given by drawing from it.</summary>
    public ChannelCollector(SampleKind<TInput, TVariable> kind, CountScope scope) : this(input => Drawn(kind, input), kind.Estimation, scope) { }

    /// <inheritdoc/>
    public override void AddFiltered() => mass.AddFiltered();

    /// <inheritdoc/>
    public override bool Accepts(double weight, long index) => mass.Accepts(weight, index);

    /// <inheritdoc/>
    /// <exception cref="InvalidLawException">What the channel gives is no probability law.</exception>
    public override void Add(TInput first, None second)
    {
        var seen = mass.Inputs.Count;
        var input = mass.Add(first);
        if (input == seen) laws.Append(input, seen + 1, law(first), 1, mass.Index, () => $"the input {mass.Inputs.Describe(input)}");
    }

    /// <inheritdoc/>
    public override ObservedPart<TInput> Finish() => LawPart.Of(scope, mass, variables, store, weighed: false).As(estimation);

    private static IEnumerable<(TVariable Value, double Probability)> Drawn(SampleKind<TInput, TVariable> kind, TInput input)
    {
        var (draws, seed) = (kind.Estimation.Draws, kind.Estimation.Seed);
        var content = ContentHash.Of(input);
        var drawn = new (TVariable, double)[draws];
        for (var draw = 0; draw < draws; draw++) drawn[draw] = (kind.Sampler(input, Draw.Of(seed, content, draw)), 1.0 / draws);
        return drawn;
    }
}
