namespace ContextureDsl.Observation;

/// <summary>How values of one type are hashed and compared. Implemented by empty structs, so that a <see cref="HashAlphabet{T, TKeys}"/> calls both without indirection.</summary>
/// <remarks>
/// Must agree with <c>EqualityComparer&lt;T&gt;.Default</c>: two values are the same here exactly if they are equal there. Composite keys combine the
/// hashes of their fields with <see cref="KeyHash.Combine"/>.
/// </remarks>
public interface IKeys<in T>
{
    /// <summary>Equal for values that are the same; well spread in all 32 bits.</summary>
    static abstract uint Hash(T value);

    /// <summary>Whether two values are the same.</summary>
    static abstract bool Same(T left, T right);
}
