namespace ContextureDsl.Execution;

/// <summary>What the singular values of a part alone say of its strength.</summary>
internal static class SpectrumRemark
{
    /// <summary>A run of leading values that all are as large says that the part tells nearly every input from every other.</summary>
    private const double Strong = 0.9;

    /// <summary>Values up to so many times the edge of chance are what independent pairs have.</summary>
    private const double Weak = 1.1;

    /// <summary>Null where the values say nothing.</summary>
    /// <param name="values">The leading singular values.</param>
    /// <param name="inputs">N.</param>
    /// <param name="variables">M.</param>
    /// <param name="events">The events that they are counted from; zero where they are not counted.</param>
    public static string? Of(IReadOnlyList<double> values, int inputs, int variables, double events)
    {
        if (values.Count > 1 && values[^1] >= Strong)
            return FormattableString.Invariant($"too strong alone: its {values.Count} leading singular values are all {values[^1]:0.00} or more");
        if (values.Count == 0 || events == 0) return null;
        // The singular values of independent pairs fill a bulk that ends here (theory, H.7).
        var edge = Math.Min(1, (Math.Sqrt(inputs - 1) + Math.Sqrt(variables - 1)) / Math.Sqrt(events));
        return values[0] < Weak * edge
            ? FormattableString.Invariant($"weak alone: its largest singular value is {values[0]:0.00}, and independent pairs as few as these would have {edge:0.00}")
            : null;
    }
}
