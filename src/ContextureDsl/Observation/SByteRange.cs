namespace ContextureDsl.Observation;

/// <summary>All values of <see cref="sbyte"/>.</summary>
public readonly struct SByteRange : ISmallRange<sbyte>
{
    /// <inheritdoc/>
    public static long Smallest => sbyte.MinValue;

    /// <inheritdoc/>
    public static int Size => 256;

    /// <inheritdoc/>
    public static long Of(sbyte value) => value;
}
