using System.Numerics;

namespace ContextureDsl.Spectral;

/// <summary>
/// From an orthonormal basis V of a subspace of one side to the best singular triplets in it: W = B̃V, the thin decomposition W = U Σ Yᵀ, V ← V Y, and the
/// residuals of both sides, measured with the operator on what is returned.
/// </summary>
/// <remarks>
/// Working on W and not on WᵀW keeps small values: they come out within a few rounding errors of B̃, not of B̃ᵀB̃. "Near" is the side of V, "far" the other.
/// </remarks>
internal static class RayleighRitz<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>
    /// Largest cosine between two columns of W for which dividing them by their lengths is good enough, so that no second decomposition is made: a few dozen
    /// rounding errors, about what the stored numbers of a basis have themselves.
    /// </summary>
    private static readonly double Orthogonal = 4 * OrthonormalPanels<T>.Negligible;

    /// <summary>The leading triplets in the span of a basis.</summary>
    /// <param name="matrix">B̃.</param>
    /// <param name="onVariables">Whether the basis is over the context values.</param>
    /// <param name="basis">Panels of V; columns beyond <paramref name="columns"/> are zero.</param>
    /// <param name="columns">Columns of V.</param>
    /// <param name="wanted">How many triplets, at most <paramref name="columns"/>.</param>
    /// <param name="seed">Seed of the directions that complete the far side where a value is zero.</param>
    /// <param name="cancellationToken">Looked at all the time.</param>
    public static Triplets<T> Leading(
        ExpectationOperator<T> matrix, bool onVariables, IReadOnlyList<Block<T>> basis, int columns, int wanted, long seed, CancellationToken cancellationToken)
    {
        var sides = new Sides<T>(matrix, onVariables);
        basis = Orthonormalised(sides, basis, columns, seed, cancellationToken);
        var far = basis.Select(panel => sides.ToFar(panel, cancellationToken)).ToList();
        if (wanted == columns && TryNormalise(matrix.Threads, far, wanted, cancellationToken) is { } lengths)
        {
            return sides.Measured(lengths, basis, far, cancellationToken);
        }

        var (values, near, other) = Decompose(sides, basis, far, columns, wanted, seed, cancellationToken);
        return sides.Measured(values, near, other, cancellationToken);
    }

    // The same span with columns that are orthonormal to storage precision: a long basis in single precision may have lost some.
    private static IReadOnlyList<Block<T>> Orthonormalised(Sides<T> sides, IReadOnlyList<Block<T>> basis, int columns, long seed, CancellationToken cancellationToken)
    {
        var (lengths, cosine) = LargestCosine(sides.Threads, basis, columns, cancellationToken);
        if (cosine <= Orthogonal && lengths.All(length => Math.Abs(length - 1) <= Orthogonal)) return basis;
        var orthonormal = new OrthonormalPanels<T>(sides.NearConstants, seed, sides.Threads);
        for (var i = 0; i < basis.Count; i++) orthonormal.Append(basis[i], Math.Min(Panels.Width, columns - i * Panels.Width), 0, 0, null, cancellationToken);
        return orthonormal.Blocks;
    }

    // W = U Σ directly, where the columns of W are orthogonal already: they are, if V are Ritz vectors of B̃ᵀB̃ and no value is small.
    private static double[]? TryNormalise(int threads, List<Block<T>> far, int wanted, CancellationToken cancellationToken)
    {
        var (lengths, cosine) = LargestCosine(threads, far, wanted, cancellationToken);
        if (cosine > Orthogonal || lengths.Min() <= Orthogonal) return null;
        for (var i = 0; i < far.Count; i++)
        {
            var scale = new double[Panels.Square];
            for (var k = 0; k < Panels.Width && i * Panels.Width + k < wanted; k++) scale[k * Panels.Width + k] = 1 / lengths[i * Panels.Width + k];
            Panels.Transform(far[i], scale, threads, cancellationToken);
        }

        return lengths;
    }

    // The lengths of the columns, and the largest cosine between two of them.
    private static (double[] Lengths, double Cosine) LargestCosine(int threads, IReadOnlyList<Block<T>> panels, int columns, CancellationToken cancellationToken)
    {
        var lengths = new double[columns];
        var products = new double[panels.Count][];
        for (var i = 0; i < panels.Count; i++)
        {
            var own = Panels.Gram(panels[i], threads, cancellationToken);
            for (var k = 0; k < Math.Min(Panels.Width, columns - i * Panels.Width); k++) lengths[i * Panels.Width + k] = Math.Sqrt(own[k * Panels.Width + k]);
            products[i] = [.. Panels.Project(panels, 0, i, panels[i], threads, cancellationToken), .. own];
        }

        var cosine = 0.0;
        for (var j = 0; j < columns; j++)
        {
            for (var i = 0; i < j; i++)
            {
                var product = products[j / Panels.Width][i / Panels.Width * Panels.Square + i % Panels.Width * Panels.Width + j % Panels.Width];
                if (product != 0) cosine = Math.Max(cosine, Math.Abs(product) / (lengths[i] * lengths[j]));
            }
        }

        return (lengths, cosine);
    }

    // W = U' R, R = X Σ Yᵀ, U = U' X, V ← V Y.
    private static (double[] Values, List<Block<T>> Near, List<Block<T>> Far) Decompose(
        Sides<T> sides, IReadOnlyList<Block<T>> basis, List<Block<T>> far, int columns, int wanted, long seed, CancellationToken cancellationToken)
    {
        var threads = sides.Threads;
        var orthonormal = new OrthonormalPanels<T>(sides.FarConstants, seed, threads);
        var triangle = new double[columns * columns];
        for (var i = 0; i < far.Count; i++)
        {
            var coefficients = new double[(i + 1) * Panels.Square];
            orthonormal.Append(far[i], Math.Min(Panels.Width, columns - i * Panels.Width), 0, 0, coefficients, cancellationToken).Upper.CopyTo(coefficients, i * Panels.Square);
            for (var entry = 0; entry < coefficients.Length; entry++)
            {
                int row = entry / Panels.Width, column = i * Panels.Width + entry % Panels.Width;
                if (row < columns && column < columns) triangle[row * columns + column] = coefficients[entry];
            }
        }

        var (values, left, right) = JacobiSvd.Decompose(triangle, columns, cancellationToken);
        return (
            values.AsSpan(0, wanted).ToArray(),
            Panels.Combine(basis, Columns(right, wanted), columns, wanted, threads, cancellationToken),
            Panels.Combine(orthonormal.Blocks, Columns(left, wanted), columns, wanted, threads, cancellationToken));
    }

    private static double[] Columns(double[][] vectors, int wanted)
    {
        var matrix = new double[vectors.Length * wanted];
        for (var column = 0; column < wanted; column++)
        {
            for (var row = 0; row < vectors.Length; row++) matrix[row * wanted + column] = vectors[column][row];
        }

        return matrix;
    }
}
