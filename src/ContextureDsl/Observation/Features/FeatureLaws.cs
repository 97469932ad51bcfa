using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>From the description of a law over features to its rows.</summary>
internal static class FeatureLaws
{
    /// <summary>Computes the laws; a single point leads to itself.</summary>
    /// <exception cref="DeclarationException">There are too few points for so many neighbours, or too few columns for a mask.</exception>
    /// <exception cref="TableSizeException">The pairs would not fit into an array or into memory.</exception>
    /// <exception cref="KernelValueException">A kernel of the user's gave a value that is no weight.</exception>
    public static LawRows Of(FeatureLaw law, FeatureQuery query)
    {
        // The only law on one point. That there is no function to learn then is said where all parts are known.
        if (query.Training.Rows == 1) return Alone(query.Points.Rows);
        return law switch
        {
            NearestLaw nearest => NearestRows.Of(nearest, query),
            DistanceLaw distance => LawAssembly.Of(query, law.Step, new DistanceRows(distance, query)),
            KernelLaw kernel => LawAssembly.Of(query, law.Step, new KernelRows(kernel, query)),
            _ => throw new NotSupportedException($"There is no rule for {law.GetType().Name}."),
        };
    }

    private static LawRows Alone(int rows)
    {
        var weights = new double[rows];
        weights.AsSpan().Fill(1);
        return new([.. Enumerable.Range(0, rows + 1)], new int[rows], weights);
    }
}
