namespace ContextureDsl.Execution;

/// <summary>What is known of the strength of a part alone.</summary>
internal static class SpectrumRemark
{
    /// <summary>A run of leading values that all are as large says that the part tells nearly every input from every other.</summary>
    private const double Strong = 0.9;

    /// <summary>Values up to so many times the edge of chance are what independent pairs have.</summary>
    private const double Weak = 1.1;

    /// <summary>Pairs so few that independent ones would reach it say nothing by their singular values.</summary>
    private const double LargestEdge = 0.9;

    /// <summary>Null where nothing is to be said.</summary>
    /// <param name="values">The leading singular values.</param>
    /// <param name="edge">See <see cref="Edge"/>; 1 where the part is not counted from events.</param>
    /// <param name="recognisesItself">Whether the part alone tells its own held-out pairs from chance pairs.</param>
    public static string? Of(IReadOnlyList<double> values, double edge, bool recognisesItself)
    {
        if (values.Count > 1 && values[^1] >= Strong)
            return FormattableString.Invariant($"too strong alone: its {values.Count} leading singular values are all {values[^1]:0.00}{(values[^1] < 0.995 ? " or more" : "")}");
        if (values.Count > 0 && edge < LargestEdge && values[0] < Weak * edge)
            return FormattableString.Invariant($"too weak alone: its largest singular value is {values[0]:0.00}, and as many independent pairs would have {edge:0.00}");
        return recognisesItself ? null : "too weak alone: its own vectors do not tell its held-out pairs from chance pairs";
    }

    /// <summary>Where the singular values of independent pairs end: (√(N−1) + √(M−1)) / √n, at most 1.</summary>
    /// <remarks>Source: theory, H.7. For pairs that are many beside inputs and values.</remarks>
    public static double Edge(int inputs, int variables, double events) => Math.Min(1, (Math.Sqrt(inputs - 1) + Math.Sqrt(variables - 1)) / Math.Sqrt(events));
}
