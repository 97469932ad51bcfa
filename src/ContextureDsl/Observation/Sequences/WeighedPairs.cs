using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>What collectors share whose rows give pairs of different weights: the weights and fates of the rows, the summed pairs, the minimum counts.</summary>
/// <remarks>A row's pairs are added in the order in which they are given, so the sums have the same bits whoever reads the rows.</remarks>
internal sealed class WeighedPairs
{
    private readonly CountScope scope;
    private readonly RowTally tally = new();
    private readonly PairStore store;
    private readonly Occurrences? inputCounts;
    private readonly Occurrences? variableCounts;
    private int inputs;
    private int variables;

    /// <exception cref="DeclarationException">The policy for duplicates is not to add them.</exception>
    public WeighedPairs(CountScope scope)
    {
        this.scope = scope.Adding("In sequences the same pair comes again and again, and how often is what is learnt: weights are added.");
        inputCounts = scope.MinimumInput > 1 ? new() : null;
        variableCounts = scope.MinimumVariable > 1 ? new() : null;
        store = new(Duplicates.Sum, null, null, cancellationToken: scope.CancellationToken);
    }

    /// <summary>The weight of the accepted row.</summary>
    public double Weight { get; private set; }

    /// <summary>The position of the accepted row, for messages.</summary>
    public long Index { get; private set; }

    /// <inheritdoc cref="Collector{TFirst, TSecond, TInput}.AddFiltered"/>
    public void AddFiltered() => tally.Filtered++;

    /// <inheritdoc cref="Collector{TFirst, TSecond, TInput}.Accepts"/>
    public bool Accepts(double weight, long index)
    {
        (Weight, Index) = (weight, index);
        if (weight is > 0 and <= double.MaxValue) return true;
        if (weight != 0) throw InvalidWeightException.At(scope, index, weight);
        tally.Weightless++;
        return false;
    }

    /// <summary>Notes that the accepted row gave nothing.</summary>
    public void AddEmpty() => tally.Empty++;

    /// <summary>Notes that the accepted row gave something.</summary>
    public void AddEvent() => tally.Events++;

    /// <summary>Counts an input, for its minimum count.</summary>
    public void CountInput(int input, long times = 1) => inputCounts?.Add(input, times);

    /// <summary>Counts a context value, for its minimum count.</summary>
    public void CountVariable(int variable, long times = 1) => variableCounts?.Add(variable, times);

    /// <summary>Adds to the weight of a pair.</summary>
    public void Append(int input, int variable, double weight)
    {
        inputs = Math.Max(inputs, input + 1);
        variables = Math.Max(variables, variable + 1);
        if (store.IsFull) store.MakeRoom(inputs, variables);
        store.Append(input, variable, weight);
    }

    /// <summary>Ends the counting.</summary>
    /// <param name="inputAlphabet">The values of the input numbers.</param>
    /// <param name="variableAlphabet">The values of the context numbers.</param>
    /// <param name="estimation">How the pairs came about.</param>
    /// <exception cref="EmptyObservationException">Nothing is left.</exception>
    public ObservedPart<TInput> Finish<TInput, TVariable>(GrowingAlphabet<TInput> inputAlphabet, GrowingAlphabet<TVariable> variableAlphabet, Estimation estimation)
        where TInput : notnull
        where TVariable : notnull
    {
        if (variables == 0 && tally.Empty > 0) throw TooShort(tally.Summary());
        var entries = store.Finish(inputs, variables);
        var (pairedInputs, pairedVariables) = Paired(entries);
        var part = (ObservedPart<TInput, TVariable>)PartFinish.Of(scope, tally, inputAlphabet, variableAlphabet, entries, inputCounts, variableCounts);
        var summary = part.Summary with { RareInputs = pairedInputs - part.Inputs.Count, RareVariables = pairedVariables - part.Variables.Count };
        return new ObservedPart<TInput, TVariable>(part.Inputs, part.Variables, part.Table, summary) { Estimation = estimation };
    }

    /// <summary>How many inputs and context values are in a pair: the others, such as a token that stands alone in its text, have a number and are none of either.</summary>
    private (int Inputs, int Variables) Paired(ReadOnlySpan<PairEntry> entries)
    {
        var (isInput, isVariable) = (new bool[inputs], new bool[variables]);
        foreach (var pair in entries) isInput[pair.Input] = isVariable[pair.Variable] = true;
        return (isInput.AsSpan().Count(true), isVariable.AsSpan().Count(true));
    }

    private EmptyObservationException TooShort(ObservationSummary summary) => new(FormattableString.Invariant(
        $"None of the {summary.Rows} events of {scope.Source} has enough tokens for {scope.Variable}: {summary.Empty} are empty or too short, {summary.Filtered} were left out by Where, {summary.Weightless} have weight zero. Check what the tokens are split by, or declare shorter stretches."), summary);
}
