namespace ContextureDsl.Observation;

/// <summary>From counted inputs and the pairs of their laws to the finished part.</summary>
internal static class LawPart
{
    /// <summary>The part over the inputs that the minimum count left.</summary>
    /// <param name="scope">The policies.</param>
    /// <param name="mass">The inputs with their weights; ended here.</param>
    /// <param name="variables">All context values.</param>
    /// <param name="store">The pairs; ended here.</param>
    /// <param name="weighed">Whether the pairs hold the weights of their rows. Otherwise they are laws, which sum to one, and get the weight of their input.</param>
    /// <param name="variableCounts">Rows by context value; null where they do not matter.</param>
    public static ObservedPart<TInput, TVariable> Of<TInput, TVariable>(
        CountScope scope, InputMass<TInput> mass, GrowingAlphabet<TVariable> variables, PairStore store, bool weighed, Occurrences? variableCounts = null)
        where TInput : notnull
        where TVariable : notnull
    {
        var inputs = mass.Inputs;
        var counted = mass.Finish();
        var weights = new double[inputs.Count];
        for (var kept = 0; kept < counted.Inputs.Count; kept++)
            if (inputs.TryIndex(counted.Inputs[kept], out var input)) weights[input] = counted.Table.Weights[kept];
        var pairs = store.Finish(inputs.Count, variables.Count);
        var count = 0;
        foreach (var pair in pairs)
            if (weights[pair.Input] is > 0 and var weight) pairs[count++] = weighed ? pair : new(pair.Key, weight * pair.Weight);
        var part = (ObservedPart<TInput, TVariable>)PartFinish.Of(scope, new(), inputs, variables, pairs[..count], null, variableCounts);
        var summary = counted.Summary with { RareInputs = part.Summary.RareInputs, RareVariables = part.Summary.RareVariables, NegligiblePairs = counted.Summary.NegligiblePairs + part.Summary.NegligiblePairs };
        return new(part.Inputs, part.Variables, part.Table, summary);
    }
}
