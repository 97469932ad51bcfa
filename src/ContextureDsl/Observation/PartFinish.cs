namespace ContextureDsl.Observation;

/// <summary>From folded pairs to the finished part: checks the sums, applies the minimum counts, drops what lost everything, builds the table.</summary>
internal static class PartFinish
{
    /// <summary>
    /// 2^-200: a pair lighter than this share of the heaviest one is left out, so that the root of every marginal, and its reciprocal, is a normal number in single precision. Its weight
    /// is some 10^44 rounding errors below what any result can show.
    /// </summary>
    private const double Lightest = 6.223015277861142E-61;

    /// <param name="scope">The policies.</param>
    /// <param name="tally">What became of the rows.</param>
    /// <param name="inputs">All inputs of counted rows.</param>
    /// <param name="variables">All context values of counted rows.</param>
    /// <param name="pairs">Distinct pairs, sorted; overwritten.</param>
    /// <param name="inputCounts">Counted pairs by input; null where the minimum count is 1.</param>
    /// <param name="variableCounts">Counted pairs by context value; null where the minimum count is 1.</param>
    public static ObservedPart<TInput> Of<TInput, TVariable>(
        CountScope scope, RowTally tally, Alphabet<TInput> inputs, Alphabet<TVariable> variables,
        Span<PairEntry> pairs, Occurrences? inputCounts, Occurrences? variableCounts)
        where TInput : notnull
        where TVariable : notnull
    {
        if (pairs.IsEmpty) throw EmptyObservationException.NoPair(scope, tally.Summary());
        var least = Lightest * RequireFinite(scope, inputs, variables, pairs);
        var keptPairs = 0;
        var negligiblePairs = 0;
        var hasInput = new bool[inputs.Count];
        var hasVariable = new bool[variables.Count];
        for (var i = 0; i < pairs.Length; i++)
        {
            if ((i & 0xFFFF) == 0) scope.CancellationToken.ThrowIfCancellationRequested();
            var pair = pairs[i];
            if (!(pair.Weight > 0 && pair.Weight >= least))
            {
                negligiblePairs++;
                continue;
            }
            if (inputCounts is not null && inputCounts.Of(pair.Input) < scope.MinimumInput) continue;
            if (variableCounts is not null && variableCounts.Of(pair.Variable) < scope.MinimumVariable) continue;
            pairs[keptPairs++] = pair;
            hasInput[pair.Input] = true;
            hasVariable[pair.Variable] = true;
        }
        if (keptPairs == 0) throw EmptyObservationException.NothingKept(scope, tally.Summary(), pairs.Length, inputCounts?.Largest, variableCounts?.Largest);
        var keptInputs = Positions(hasInput);
        var keptVariables = Positions(hasVariable);
        var table = Table(pairs[..keptPairs], Renumbering(hasInput), Renumbering(hasVariable), keptInputs.Length, keptVariables.Length);
        return new ObservedPart<TInput, TVariable>(
            keptInputs.Length == inputs.Count ? inputs : inputs.Keep(keptInputs),
            keptVariables.Length == variables.Count ? variables : variables.Keep(keptVariables),
            table,
            tally.Summary(inputs.Count - keptInputs.Length, variables.Count - keptVariables.Length, negligiblePairs));
    }

    /// <summary>The largest weight, once it is sure that all of them can be summed.</summary>
    private static double RequireFinite<TInput, TVariable>(
        CountScope scope, Alphabet<TInput> inputs, Alphabet<TVariable> variables, ReadOnlySpan<PairEntry> pairs)
        where TInput : notnull
        where TVariable : notnull
    {
        double largest = 0, sum = 0;
        foreach (var pair in pairs)
        {
            if (double.IsInfinity(pair.Weight)) throw InvalidWeightException.PairSum(scope, inputs.Describe(pair.Input), variables.Describe(pair.Variable));
            largest = Math.Max(largest, pair.Weight);
            sum += pair.Weight;
        }
        return double.IsInfinity(sum) ? throw InvalidWeightException.TotalSum(scope, pairs.Length, largest) : largest;
    }

    private static PairTable Table(ReadOnlySpan<PairEntry> pairs, int[] newInput, int[] newVariable, int inputs, int variables)
    {
        var offsets = new int[inputs + 1];
        var columns = new int[pairs.Length];
        var weights = new double[pairs.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            offsets[newInput[pairs[i].Input] + 1] = i + 1;
            columns[i] = newVariable[pairs[i].Variable];
            weights[i] = pairs[i].Weight;
        }
        return new(inputs, variables, offsets, columns, weights);
    }

    private static int[] Positions(bool[] kept)
    {
        var positions = new int[kept.AsSpan().Count(true)];
        var next = 0;
        for (var i = 0; i < kept.Length; i++)
            if (kept[i]) positions[next++] = i;
        return positions;
    }

    private static int[] Renumbering(bool[] kept)
    {
        var numbers = new int[kept.Length];
        var next = 0;
        for (var i = 0; i < kept.Length; i++) numbers[i] = kept[i] ? next++ : -1;
        return numbers;
    }
}
