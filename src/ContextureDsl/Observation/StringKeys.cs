using System.Runtime.CompilerServices;

namespace ContextureDsl.Observation;

/// <summary>Strings, compared ordinally: case, accents and normal form matter, culture does not.</summary>
public readonly struct StringKeys : IKeys<string>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Hash(string value) => KeyHash.Of(value.AsSpan());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Same(string left, string right) => string.Equals(left, right);
}
