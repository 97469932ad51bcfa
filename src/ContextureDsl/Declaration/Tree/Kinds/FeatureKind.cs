namespace ContextureDsl.Tree;

/// <summary>What all kinds over feature rows share.</summary>
internal static class FeatureKind
{
    /// <summary>A vector in single precision as numbers.</summary>
    public static double[] Widened(ReadOnlyMemory<float> vector)
    {
        var numbers = new double[vector.Length];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = vector.Span[i];
        return numbers;
    }
}
