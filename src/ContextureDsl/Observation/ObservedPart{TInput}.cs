namespace ContextureDsl.Observation;

/// <summary>What was counted for one observed context, whatever the type of its variable.</summary>
public abstract class ObservedPart<TInput>
    where TInput : notnull
{
    private protected ObservedPart(Alphabet<TInput> inputs, PairTable table, ObservationSummary summary)
    {
        Inputs = inputs;
        Table = table;
        Summary = summary;
    }

    /// <summary>The values of X.</summary>
    public Alphabet<TInput> Inputs { get; }

    /// <summary>The values of A.</summary>
    public abstract IAlphabet VariableAlphabet { get; }

    /// <summary>The counted pairs.</summary>
    public PairTable Table { get; }

    /// <summary>What was read and what was left out.</summary>
    public ObservationSummary Summary { get; }

    /// <summary>How the law was found.</summary>
    public Estimation Estimation { get; init; } = Estimation.Counted;

    /// <summary>Whether the context values are classes of the inputs: then there must be two of them, and messages call them so.</summary>
    public bool HasClasses { get; init; }

    /// <summary>
    /// Whether the rows are those of an operator and no law: their weights have either sign, and the singular values are at most 1 under the part's own P_X only. Its rows sum to one.
    /// </summary>
    public bool IsOperator { get; init; }

    /// <summary>Whether rows are edges that count in both directions, so that an input may be here as the other end of one only.</summary>
    public bool IsUndirected { get; init; }

    /// <summary>What was learnt from the rows besides the counts; null where there is nothing of the kind.</summary>
    public FittedState? Fitted { get; init; }

    /// <summary>A walk of two steps or more for which <see cref="Table"/> is one step; null where the table is the law of A itself.</summary>
    public PartWalk? Walk { get; init; }

    /// <summary>The part restricted to some inputs and context values, renumbered; <paramref name="table"/> and <paramref name="walk"/> already are in the new numbers.</summary>
    internal abstract ObservedPart<TInput> With(Alphabet<TInput> inputs, IAlphabet variables, PairTable table, PartWalk? walk);
}
