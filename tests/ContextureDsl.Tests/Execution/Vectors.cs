namespace ContextureDsl.Tests.Execution;

/// <summary>Compares learnt vectors.</summary>
internal static class Vectors
{
    /// <summary>All that was learnt, bit by bit: values, residuals, marginals and the vectors of both sides.</summary>
    public static long[] Bits<TInput, TVariable>(Learned<TInput, TVariable> learned)
        where TInput : notnull
        where TVariable : notnull => [.. Bits(learned.Spectrum), .. Bits(learned.Encoder), .. Bits(learned.Variables)];

    /// <summary>The same of a mix whose parts have variables of one type.</summary>
    public static long[] Bits<TInput, TVariable>(Learned<TInput> learned)
        where TInput : notnull
        where TVariable : notnull =>
        [.. Bits(learned.Spectrum), .. Bits(learned.Encoder), .. learned.Parts.SelectMany(part => Bits(learned.Variables<TVariable>(part.Name)))];

    public static double[] Of<T>(Encoder<T> encoder, T value)
        where T : notnull
    {
        var vector = new double[encoder.Rank];
        Assert.True(encoder.TryEmbed(value, vector), $"{value} is not known");
        return vector;
    }

    /// <summary>
    /// M = Σ p(x) μ(x) μ′(x)ᵀ for two whitened encoders: orthogonal exactly if they span the same functions, and a rotation only within equal values. Gives the largest deviation of
    /// M Mᵀ from the identity.
    /// </summary>
    public static double Misfit<T>(Encoder<T> one, Encoder<T> other)
        where T : notnull
    {
        Assert.Equal(one.Known.ToHashSet(), [.. other.Known]);
        var overlap = new double[one.Rank, one.Rank];
        foreach (var value in one.Known)
        {
            var (left, right) = (Of(one, value), Of(other, value));
            for (var i = 0; i < one.Rank; i++)
                for (var j = 0; j < one.Rank; j++) overlap[i, j] += one.Marginal(value) * left[i] * right[j];
        }
        var misfit = 0.0;
        for (var i = 0; i < one.Rank; i++)
            for (var j = 0; j < one.Rank; j++)
            {
                var product = i == j ? -1.0 : 0;
                for (var k = 0; k < one.Rank; k++) product += overlap[i, k] * overlap[j, k];
                misfit = Math.Max(misfit, Math.Abs(product));
            }
        return misfit;
    }

    /// <summary>k(x, x′) − 1 = Σ sᵢ² μᵢ(x) μᵢ(x′), which does not depend on any rotation or sign.</summary>
    public static double Kernel<T>(Learned<T> learned, T one, T other)
        where T : notnull
    {
        var scaled = learned.Encoder.With(Embedding.Scaled);
        return Of(scaled, one).Zip(Of(scaled, other), (x, y) => x * y).Sum();
    }

    public static void AssertClose(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance, FormattableString.Invariant($"s{i + 1}: expected {expected[i]:R}, got {actual[i]:R}"));
    }

    private static IEnumerable<long> Bits(Spectrum spectrum) =>
        spectrum.Values.Concat(spectrum.Residuals).Append(spectrum.TotalChiSquared ?? -1).Concat(spectrum.SignedValues ?? []).Append(spectrum.Iterations).Select(BitConverter.DoubleToInt64Bits);

    private static IEnumerable<long> Bits<T>(Encoder<T> encoder)
        where T : notnull =>
        encoder.Known.SelectMany(value => Of(encoder, value).Append(encoder.Marginal(value))).Select(BitConverter.DoubleToInt64Bits);
}
