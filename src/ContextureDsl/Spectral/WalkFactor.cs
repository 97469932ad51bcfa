using ContextureDsl.Kernels;

namespace ContextureDsl.Spectral;

/// <summary>
/// A part of B that is a polynomial and never multiplied out: Bⱼ(x, a) = f(S)(x, a) · scale(a) with f(S) = Σ cₖ Sᵏ, S = D_p^{1/2} R D_p^{-1/2} over the states of the walk,
/// scale(a) = √wⱼ √(p(a)/q(a)), q = p f(R).
/// </summary>
/// <param name="Probabilities">cₖ: not negative, so that the sums of the Horner scheme cancel nothing.</param>
/// <param name="Rows">S by rows.</param>
/// <param name="Columns">S by columns.</param>
/// <param name="RowOfState">The input that every state is.</param>
/// <param name="StateOfVariable">The state that every context value is.</param>
/// <param name="Scale">One number for each context value.</param>
public sealed record WalkFactor<T>(T[] Probabilities, SparseRows<T> Rows, SparseRows<T> Columns, int[] RowOfState, int[] StateOfVariable, T[] Scale)
    where T : unmanaged;
