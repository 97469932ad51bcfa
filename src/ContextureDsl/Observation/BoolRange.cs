namespace ContextureDsl.Observation;

/// <summary>All values of <see cref="bool"/>.</summary>
public readonly struct BoolRange : ISmallRange<bool>
{
    /// <inheritdoc/>
    public static long Smallest => 0;

    /// <inheritdoc/>
    public static int Size => 2;

    /// <inheritdoc/>
    public static long Of(bool value) => value ? 1 : 0;
}
