namespace ContextureDsl;

/// <summary>Context values that a new input was seen with, in one part of a declaration.</summary>
public abstract class Evidence
{
    private protected Evidence(string part)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(part);
        Part = part;
    }

    /// <summary>The name of the part, as in <see cref="LearnedPart.Name"/>.</summary>
    public string Part { get; }

    /// <summary>Values that count the same; one that is listed twice counts twice.</summary>
    public static Evidence Of<TVariable>(string part, params ReadOnlySpan<TVariable> values)
        where TVariable : notnull
    {
        var weighted = new (TVariable, double)[values.Length];
        for (var i = 0; i < weighted.Length; i++) weighted[i] = (values[i], 1);
        return new Evidence<TVariable>(part, weighted);
    }

    /// <summary>Values with weights, which are finite and not negative; only their ratios matter.</summary>
    /// <exception cref="InvalidWeightException">A weight is negative, NaN or infinite.</exception>
    public static Evidence Weighted<TVariable>(string part, params ReadOnlySpan<(TVariable Value, double Weight)> values)
        where TVariable : notnull
    {
        OutOfSample.CheckWeights(values);
        return new Evidence<TVariable>(part, values.ToArray());
    }

    /// <summary>Adds Σ weight · ν(value) over the known values.</summary>
    internal abstract void Accumulate(VariableFunctions variables, Span<double> sum, ref double weight, ref int unknown);
}
