namespace ContextureDsl;

/// <summary>What an <see cref="Embedding"/> multiplies the whitened functions with, one factor a coordinate.</summary>
internal static class Convention
{
    private const double Epsilon = 1.0 / (1L << 52);

    /// <summary>1, s or √s: from μ to coordinates.</summary>
    public static double[] Factors(Embedding embedding, IReadOnlyList<double> singularValues)
    {
        var factors = new double[singularValues.Count];
        for (var i = 0; i < factors.Length; i++) factors[i] = Factor(embedding, singularValues[i]);
        return factors;
    }

    /// <summary>
    /// From Σ P(a|x) νᵢ(a), which is sᵢ μᵢ(x), to coordinates: 1/s, 1 or 1/√s. Zero where the division would hand out noise:
    /// an error of the size of the residual in sᵢ μᵢ becomes residual ÷ sᵢ in μᵢ, so a value at or below its residual says nothing.
    /// </summary>
    /// <param name="embedding">The convention.</param>
    /// <param name="spectrum">Values and residuals.</param>
    /// <param name="size">max(N, M): values below size × 2⁻⁵² are zero within rounding (numerical rank).</param>
    public static double[] EvidenceFactors(Embedding embedding, Spectrum spectrum, int size)
    {
        var factors = new double[spectrum.Values.Count];
        for (var i = 0; i < factors.Length; i++)
        {
            var value = spectrum.Values[i];
            var noise = Math.Max(spectrum.Residuals[i], size * Epsilon);
            factors[i] = embedding == Embedding.Scaled ? 1 : value > noise ? Factor(embedding, value) / value : 0;
        }
        return factors;
    }

    private static double Factor(Embedding embedding, double singularValue) => embedding switch
    {
        Embedding.Whitened => 1,
        Embedding.Scaled => singularValue,
        Embedding.HalfScaled => Math.Sqrt(singularValue),
        _ => throw new ArgumentOutOfRangeException(nameof(embedding), embedding, "The conventions are Whitened, Scaled and HalfScaled."),
    };
}
