namespace ContextureDsl;

/// <summary>Writes a discrete law down: what a channel gives for an input. Probabilities are finite, not negative and sum to one within 1e-6, which is checked where the law is used.</summary>
public static class Law
{
    /// <summary>Each value with its probability. A value that stands there twice has the sum of both.</summary>
    public static IEnumerable<(T Value, double Probability)> Of<T>(params ReadOnlySpan<(T Value, double Probability)> outcomes)
        where T : notnull => outcomes.ToArray();

    /// <summary>All values with the same probability 1/n. A value that stands there twice is twice as probable.</summary>
    public static IEnumerable<(T Value, double Probability)> Uniform<T>(params ReadOnlySpan<T> outcomes)
        where T : notnull
    {
        var law = new (T, double)[outcomes.Length];
        for (var i = 0; i < law.Length; i++) law[i] = (outcomes[i], 1.0 / law.Length);
        return law;
    }
}
