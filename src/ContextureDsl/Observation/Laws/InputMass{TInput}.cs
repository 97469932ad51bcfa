namespace ContextureDsl.Observation;

/// <summary>How much each input weighs, for kinds whose law is computed: P_X is counted as pairs are, with the same policies, each row giving its input once.</summary>
internal sealed class InputMass<TInput>
    where TInput : notnull
{
    private readonly DictionaryAlphabet<TInput> inputs = new();
    private readonly PairAccumulator<TInput, Once> accumulator;
    private readonly int once;

    /// <param name="scope">The policies of this call.</param>
    /// <exception cref="DeclarationException">The policy for duplicates is not to add them.</exception>
    public InputMass(CountScope scope)
    {
        var adding = scope.Adding("Here a row gives a whole law for its input, not a pair that could repeat, and how often an input comes is what it weighs: weights are added.");
        var variables = new DictionaryAlphabet<Once>();
        once = variables.Number(default);
        accumulator = new(inputs, variables, adding with { MinimumVariable = 1 });
    }

    /// <summary>All inputs so far, also those that a minimum count leaves out in the end.</summary>
    public GrowingAlphabet<TInput> Inputs => inputs;

    /// <summary>Position of the accepted row.</summary>
    public long Index { get; private set; }

    /// <summary>Weight of the accepted row.</summary>
    public double Weight { get; private set; }

    /// <summary>What stands for the context value.</summary>
    private readonly record struct Once;

    /// <inheritdoc cref="PairAccumulator{TInput, TVariable}.AddFiltered"/>
    public void AddFiltered() => accumulator.AddFiltered();

    /// <inheritdoc cref="PairAccumulator{TInput, TVariable}.Accepts(double, long)"/>
    public bool Accepts(double weight, long index)
    {
        Index = index;
        Weight = weight;
        return accumulator.Accepts(weight, index);
    }

    /// <summary>The number of the accepted row's input, which now weighs more.</summary>
    /// <exception cref="NullKeyException">The input is null.</exception>
    public int Add(TInput input)
    {
        var number = inputs.Number(input ?? throw accumulator.NullInput());
        accumulator.Add(number, once);
        return number;
    }

    /// <summary>The inputs that are left, with their weights and what became of the rows.</summary>
    /// <exception cref="EmptyObservationException">Nothing is left.</exception>
    public ObservedPart<TInput> Finish() => accumulator.Finish();
}
