namespace ContextureDsl.Observation;

/// <summary>The law of context values of one row while it is added up; its memory is used again for the next row.</summary>
internal sealed class RowLaw
{
    private readonly List<int> touched = [];
    private double[] weights = [];

    /// <summary>Adds to the weight of a context value.</summary>
    public void Add(int variable, double weight)
    {
        if (variable >= weights.Length) Array.Resize(ref weights, (int)Math.Min(Array.MaxLength, Math.Max(variable + 1L, 2L * weights.Length)));
        if (weights[variable] == 0) touched.Add(variable);
        weights[variable] += weight;
    }

    /// <summary>Appends the pairs of an input, each counted once, with weights that sum to a mass; forgets the row.</summary>
    public void MoveTo(WeighedPairs pairs, int input, double mass)
    {
        var sum = 0.0;
        foreach (var variable in touched) sum += weights[variable];
        pairs.CountInput(input);
        foreach (var variable in touched)
        {
            pairs.Append(input, variable, mass * (weights[variable] / sum));
            pairs.CountVariable(variable);
            weights[variable] = 0;
        }
        touched.Clear();
    }
}
