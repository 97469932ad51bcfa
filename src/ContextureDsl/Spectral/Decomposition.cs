using System.Numerics;
using ContextureDsl.Association;

namespace ContextureDsl.Spectral;

/// <summary>The leading singular triplets of a context: the whole path from P⁺, and from any operator.</summary>
public static class Decomposition
{
    /// <summary>Normalises P⁺ and decomposes it.</summary>
    /// <param name="joint">P⁺.</param>
    /// <param name="components">Its components.</param>
    /// <param name="options">Rank, tolerance, seed, threads, progress.</param>
    /// <param name="cancellationToken">Looked at throughout.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rank is not in 1 … min(N, M) − 1.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <typeparam name="T">float or double.</typeparam>
    public static SpectralResult<T> Run<T>(JointDistribution joint, ComponentMap components, SpectralOptions options, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Run(new SparseOperator<T>(Normalisation.Factors<T>(joint, cancellationToken), components, options.Threads), options, cancellationToken);

    /// <summary>
    /// Decomposes an operator: densely where <see cref="SmallProblem"/> says so, by <see cref="BlockKrylov{T}"/> otherwise. Unless every residual is within the
    /// tolerance, the result says that it has not converged.
    /// </summary>
    /// <param name="matrix">B̃.</param>
    /// <param name="options">Rank, tolerance, seed, progress.</param>
    /// <param name="cancellationToken">Looked at throughout.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rank is not in 1 … min(N, M) − 1.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <typeparam name="T">float or double.</typeparam>
    public static SpectralResult<T> Run<T>(DeflatedOperator<T> matrix, SpectralOptions options, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        SmallProblem.Fits(matrix) ? SmallProblem.Decompose(matrix, options, cancellationToken) : Iterate(matrix, options, cancellationToken);

    /// <summary>The iteration, whatever the size.</summary>
    internal static SpectralResult<T> Iterate<T>(DeflatedOperator<T> matrix, SpectralOptions options, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var krylov = new BlockKrylov<T>(matrix, options);
        while (!krylov.Finished)
        {
            if (krylov.OnVariables)
            {
                matrix.Apply(krylov.Current, krylov.Half, cancellationToken);
                matrix.ApplyAdjoint(krylov.Half, krylov.Product, cancellationToken);
            }
            else
            {
                matrix.ApplyAdjoint(krylov.Current, krylov.Half, cancellationToken);
                matrix.Apply(krylov.Half, krylov.Product, cancellationToken);
            }

            krylov.Advance(cancellationToken);
        }

        return krylov.Result(cancellationToken);
    }

    /// <summary>The rule for the rank, which callers have turned into a sentence about their data before.</summary>
    internal static void CheckRank<T>(DeflatedOperator<T> matrix, SpectralOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var most = Math.Min(matrix.Inputs, matrix.Variables) - 1;
        if (options.Rank < 1 || options.Rank > most) throw new ArgumentOutOfRangeException(nameof(options), options.Rank, $"The rank must be between 1 and min(N, M) − 1 = {most}.");
    }
}
