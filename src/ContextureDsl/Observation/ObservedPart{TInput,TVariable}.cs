namespace ContextureDsl.Observation;

/// <summary>What was counted for one observed context.</summary>
public sealed class ObservedPart<TInput, TVariable> : ObservedPart<TInput>
    where TInput : notnull
    where TVariable : notnull
{
    /// <summary>Takes over what a counter has finished.</summary>
    public ObservedPart(Alphabet<TInput> inputs, Alphabet<TVariable> variables, PairTable table, ObservationSummary summary)
        : base(inputs, table, summary) => Variables = variables;

    /// <summary>The values of A.</summary>
    public Alphabet<TVariable> Variables { get; }

    /// <inheritdoc/>
    public override IAlphabet VariableAlphabet => Variables;

    internal override ObservedPart<TInput> With(Alphabet<TInput> inputs, IAlphabet variables, PairTable table, PartWalk? walk) =>
        new ObservedPart<TInput, TVariable>(inputs, (Alphabet<TVariable>)variables, table, Summary) { Estimation = Estimation, Fitted = Fitted, HasClasses = HasClasses, IsOperator = IsOperator, IsUndirected = IsUndirected, Walk = walk };
}
