namespace ContextureDsl.Observation;

/// <summary>Takes pairs over that something else has counted, such as a database that groups: each comes with the number of rows behind it.</summary>
/// <remarks>
/// The groups of a pair are folded by the duplicate policy in the order in which they come: the weights and numbers of rows of a Sum or Mean are added, Once keeps
/// the first. Minimum counts are counts of rows. Memory: see <see cref="PairTable"/>; at most about 64 bytes per distinct pair, twice that for Mean.
/// </remarks>
public sealed class CountedPairs<TInput, TVariable>
    where TInput : notnull
    where TVariable : notnull
{
    private readonly GrowingAlphabet<TInput> inputs;
    private readonly GrowingAlphabet<TVariable> variables;
    private readonly CountScope scope;
    private readonly RowTally tally = new();
    private readonly Occurrences? inputCounts;
    private readonly Occurrences? variableCounts;
    private readonly PairStore weights;

    /// <summary>The rows behind each pair; for the mean only.</summary>
    private readonly PairStore? rows;

    /// <summary>Starts without pairs.</summary>
    /// <param name="inputs">Numbers the inputs.</param>
    /// <param name="variables">Numbers the context values.</param>
    /// <param name="scope">The policies. <see cref="Duplicates.Reject"/> is the business of the one who counts; groups that come twice are added.</param>
    public CountedPairs(GrowingAlphabet<TInput> inputs, GrowingAlphabet<TVariable> variables, CountScope scope)
    {
        this.inputs = inputs;
        this.variables = variables;
        this.scope = scope;
        inputCounts = scope.MinimumInput > 1 ? new() : null;
        variableCounts = scope.MinimumVariable > 1 ? new() : null;
        rows = scope.Duplicates == Duplicates.Mean ? new(Duplicates.Sum, null, null, cancellationToken: scope.CancellationToken) : null;
        weights = new(rows is null ? scope.Duplicates : Duplicates.Sum, null, null, cancellationToken: scope.CancellationToken);
    }

    /// <summary>Takes a group over: so many rows of the pair that have this weight each.</summary>
    /// <param name="input">Number of the input.</param>
    /// <param name="variable">Number of the context value.</param>
    /// <param name="weight">The weight of one row; positive and finite.</param>
    /// <param name="count">How many rows; at least 1.</param>
    public void Add(int input, int variable, double weight, long count)
    {
        tally.Events += count;
        inputCounts?.Add(input, count);
        variableCounts?.Add(variable, count);
        Append(weights, input, variable, scope.Duplicates is Duplicates.Once or Duplicates.Largest ? weight : weight * count);
        if (rows is not null) Append(rows, input, variable, count);
    }

    /// <summary>Ends the counting; called once.</summary>
    /// <param name="weightless">Rows of weight zero, which were not handed over.</param>
    /// <exception cref="EmptyObservationException">No group was handed over, or the minimum counts left none.</exception>
    /// <exception cref="InvalidWeightException">The weights sum to more than a double holds.</exception>
    /// <exception cref="TableSizeException">There are more distinct pairs than an array can hold.</exception>
    public ObservedPart<TInput, TVariable> Finish(long weightless)
    {
        tally.Weightless = weightless;
        var pairs = weights.Finish(inputs.Count, variables.Count);
        if (rows is not null)
        {
            // Both stores got the same pairs in the same order, so they are sorted alike.
            var counts = rows.Finish(inputs.Count, variables.Count);
            for (var i = 0; i < pairs.Length; i++) pairs[i].Weight /= counts[i].Weight;
        }
        return (ObservedPart<TInput, TVariable>)PartFinish.Of(scope, tally, inputs, variables, pairs, inputCounts, variableCounts);
    }

    private void Append(PairStore store, int input, int variable, double weight)
    {
        if (store.IsFull) store.MakeRoom(inputs.Count, variables.Count);
        store.Append(input, variable, weight);
    }
}
