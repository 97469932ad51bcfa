using System.Numerics;

namespace ContextureDsl.Spectral;

/// <summary>
/// The dense path: Rayleigh–Ritz with a basis of the whole space, so that nothing has to converge. Values are exact within some rounding errors, whatever
/// their multiplicity, zeros included.
/// </summary>
public static class SmallProblem
{
    /// <summary>
    /// Largest smaller side: the decomposition of the triangle costs about 30 n³, a quarter of a second at this size; beyond it the iteration is faster
    /// for any rank that is worth asking for.
    /// </summary>
    public const int LargestSide = 192;

    /// <summary>Largest number of cells N·M: the orthogonalisation of B̃ as a dense matrix costs 2 N·M·min(N, M) and 8 bytes each.</summary>
    public const int LargestArea = 1 << 20;

    /// <summary>Whether the dense path is meant for an operator of this size.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    public static bool Fits<T>(DeflatedOperator<T> matrix)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Math.Min(matrix.Inputs, matrix.Variables) <= LargestSide && (long)matrix.Inputs * matrix.Variables <= LargestArea;

    /// <summary>The d leading triplets. Cost: about (N + M) n² + 30 n³ operations with n = min(N, M).</summary>
    /// <param name="matrix">The deflated operator.</param>
    /// <param name="options">What is asked for; 1 ≤ Rank ≤ min(N, M) − 1.</param>
    /// <param name="cancellationToken">Looked at throughout.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <typeparam name="T">float or double.</typeparam>
    public static SpectralResult<T> Decompose<T>(DeflatedOperator<T> matrix, SpectralOptions options, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Decomposition.CheckRank(matrix, options);
        var wanted = options.Rank - (matrix.Components.Count - 1);
        if (wanted <= 0) return SpectralAssembly.Result(matrix, options, null, double.NegativeInfinity, 0, cancellationToken);
        var onVariables = matrix.Variables <= matrix.Inputs;
        var basis = new OrthonormalPanels<T>(new Sides<T>(matrix, onVariables).NearConstants, options.Seed, matrix.Threads);
        while (!basis.Complete) basis.AppendRandom(cancellationToken);

        // One more than wanted, to see whether the last plateau is cut.
        var all = RayleighRitz<T>.Leading(matrix, onVariables, basis.Blocks, basis.Columns, Math.Min(wanted + 1, basis.Columns), options.Seed + 1, cancellationToken);
        var next = wanted < all.Values.Length ? all.Values[wanted] : double.NegativeInfinity;
        return SpectralAssembly.Result(matrix, options, all, next, 0, cancellationToken);
    }
}
