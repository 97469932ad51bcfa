namespace ContextureDsl.Conformance.Kinds;

/// <summary>A row of numbers under a name.</summary>
/// <param name="Name">X.</param>
/// <param name="Numbers">Its features, or what a teacher says of it.</param>
public sealed record Measured(string Name, double[] Numbers)
{
    /// <summary>The same in single precision.</summary>
    public ReadOnlyMemory<float> Vector => Array.ConvertAll(Numbers, number => (float)number);
}
