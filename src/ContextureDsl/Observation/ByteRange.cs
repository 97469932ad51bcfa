namespace ContextureDsl.Observation;

/// <summary>All values of <see cref="byte"/>.</summary>
public readonly struct ByteRange : ISmallRange<byte>
{
    /// <inheritdoc/>
    public static long Smallest => byte.MinValue;

    /// <inheritdoc/>
    public static int Size => 256;

    /// <inheritdoc/>
    public static long Of(byte value) => value;
}
