using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>The sums of the Nyström formula μ(x) = (1/s) Σ P(a|x) ν(a).</summary>
internal static class OutOfSample
{
    /// <summary>sum += Σ weight · ν(value) over the known values; <paramref name="weight"/> and <paramref name="unknown"/> grow by what was used and skipped.</summary>
    /// <remarks>A value of weight zero is as if it were not there: it is neither known nor skipped.</remarks>
    public static void Accumulate<TVariable>(
        Alphabet<TVariable> alphabet, SingularFunctions functions, ReadOnlySpan<(TVariable Value, double Weight)> seen,
        Span<double> sum, ref double weight, ref int unknown)
        where TVariable : notnull
    {
        foreach (var (value, valueWeight) in seen)
        {
            if (value is null) throw new ArgumentNullException(nameof(seen));
            if (valueWeight == 0) continue;
            if (!alphabet.TryIndex(value, out var index))
            {
                unknown++;
                continue;
            }
            functions.AddRow(index, valueWeight, sum);
            weight += valueWeight;
        }
    }

    /// <exception cref="InvalidWeightException">A weight is negative, NaN or infinite, or their sum is.</exception>
    public static void CheckWeights<TVariable>(ReadOnlySpan<(TVariable Value, double Weight)> seen)
    {
        var total = 0.0;
        for (var i = 0; i < seen.Length; i++)
        {
            total += seen[i].Weight;
            if (seen[i].Weight >= 0 && double.IsFinite(total)) continue;
            if (double.IsFinite(seen[i].Weight) && seen[i].Weight >= 0)
                throw new InvalidWeightException($"The first {i + 1} weights sum to more than a double can hold. Only their ratios matter: scale them down.");
            throw new InvalidWeightException($"Value {i} ('{KeyFormat.Label(seen[i].Value)}') has the weight {KeyFormat.Label(seen[i].Weight)}. Weights are finite and not negative; leave the value out or correct its weight.");
        }
    }
}
