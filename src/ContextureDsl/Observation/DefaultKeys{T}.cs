using System.Runtime.CompilerServices;

namespace ContextureDsl.Observation;

/// <summary>Any type, by its own equality: <c>EqualityComparer&lt;T&gt;.Default</c>, whose hash is spread once more.</summary>
public readonly struct DefaultKeys<T> : IKeys<T>
    where T : notnull
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Hash(T value) => KeyHash.Of((uint)EqualityComparer<T>.Default.GetHashCode(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Same(T left, T right) => EqualityComparer<T>.Default.Equals(left, right);
}
