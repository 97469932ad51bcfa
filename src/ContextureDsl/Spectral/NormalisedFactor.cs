using ContextureDsl.Kernels;

namespace ContextureDsl.Spectral;

/// <summary>
/// One part of B = D_X^{-1/2} P⁺ D_A^{-1/2} in both orientations, with the vectors of its constant pair:
/// B̃ⱼ = Sⱼ − left rightᵀ, where Sⱼ(x,a) = √wⱼ √p(x) R(a|x) / √q(a), left(x) = √p(x) (zero where the part never saw x), right(a) = √wⱼ √q(a).
/// </summary>
/// <param name="Rows">Sⱼ by rows: N rows.</param>
/// <param name="Columns">Sⱼ by columns: M rows that hold input numbers.</param>
/// <param name="Left">N numbers.</param>
/// <param name="Right">M numbers.</param>
public sealed record NormalisedFactor<T>(SparseRows<T> Rows, SparseRows<T> Columns, T[] Left, T[] Right)
    where T : unmanaged
{
    /// <summary>A walk, whose Sⱼ is a polynomial: <see cref="Rows"/> and <see cref="Columns"/> are empty then. Null elsewhere.</summary>
    public WalkFactor<T>? Walk { get; init; }

    /// <summary>Multiplications of one product with one vector.</summary>
    internal long Work => Walk is { } walk ? (long)walk.Rows.Values.Length * (walk.Probabilities.Length - 1) : Rows.Values.Length;
}
