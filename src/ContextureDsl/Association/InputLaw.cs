namespace ContextureDsl.Association;

/// <summary>P_X as declared, from the row sums of the parts.</summary>
internal static class InputLaw
{
    /// <summary>Smaller shares would give inputs that only their part saw a probability that no double holds.</summary>
    public const double SmallestShare = 1e-100;

    /// <summary>N positive numbers that sum to one.</summary>
    /// <param name="population">Which law.</param>
    /// <param name="shares">The shares of the parts.</param>
    /// <param name="sums">The row sums of every part; zero for an input that it never saw.</param>
    /// <exception cref="DeclarationException">All events in one heap are to be P_X, and a part has next to nothing of their weight.</exception>
    public static double[] Of(Population population, IReadOnlyList<double> shares, double[][] sums)
    {
        var marginal = new double[sums[0].Length];
        if (population == Population.Uniform)
        {
            Array.Fill(marginal, 1.0 / marginal.Length);
            return marginal;
        }
        var totals = Array.ConvertAll(sums, part => part.Sum());
        var weights = population switch
        {
            Population.First => [.. totals.Select((_, j) => j == 0 ? 1.0 : 0.0)],
            Population.Events => OfAllEvents(totals),
            _ => shares,
        };
        for (var j = 0; j < sums.Length; j++)
            for (var x = 0; x < marginal.Length; x++) marginal[x] += weights[j] * (sums[j][x] / totals[j]);
        return marginal;
    }

    /// <summary>nⱼ / Σ nⱼ; divided by the largest first, since the sum may be too large for a number.</summary>
    private static double[] OfAllEvents(double[] totals)
    {
        var largest = totals.Max();
        var relative = Array.ConvertAll(totals, total => total / largest);
        var all = relative.Sum();
        for (var j = 0; j < relative.Length; j++)
        {
            relative[j] /= all;
            if (!(relative[j] >= SmallestShare))
                throw new DeclarationException(FormattableString.Invariant($"Part {j + 1} of {relative.Length} has {relative[j]:G3} of the weight of all events, and Population.Events makes that its part of P_X. A part has at least {SmallestShare}, or its inputs have no probability. Count all parts in the same unit with Weight, or declare Population.Mixture."));
        }
        return relative;
    }
}
