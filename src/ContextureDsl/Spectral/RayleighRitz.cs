using System.Numerics;
using ContextureDsl.Kernels;

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
    /// Largest cosine between columns of W for which dividing them by their lengths is good enough, so that no second decomposition is made: a few dozen
    /// rounding errors, about what the stored numbers of a basis have themselves.
    /// </summary>
    private static readonly double Orthogonal = 4 * OrthonormalPanels<T>.Negligible;

    /// <summary>The smallest length that a column of W may be divided by: what the division makes of a rounding error changes its length by no more than one.</summary>
    private static readonly double SmallestDivisor = Math.Sqrt(OrthonormalPanels<T>.Negligible);

    /// <summary>The leading triplets in the span of a basis.</summary>
    /// <param name="matrix">B̃.</param>
    /// <param name="onVariables">Whether the basis is over the context values.</param>
    /// <param name="basis">Panels of V; columns beyond <paramref name="columns"/> are zero.</param>
    /// <param name="columns">Columns of V.</param>
    /// <param name="wanted">How many triplets, at most <paramref name="columns"/>.</param>
    /// <param name="seed">Seed of the directions that complete the far side where a value is zero.</param>
    /// <param name="cancellationToken">Looked at all the time.</param>
    public static Triplets<T> Leading(
        DeflatedOperator<T> matrix, bool onVariables, IReadOnlyList<Block<T>> basis, int columns, int wanted, long seed, CancellationToken cancellationToken)
    {
        var sides = new Sides<T>(matrix, onVariables);
        basis = Orthonormalised(sides, basis, columns, seed, cancellationToken);
        var products = basis.Select(panel => sides.ToFar(panel, cancellationToken)).ToList();
        var lengths = Lengths(sides.Threads, products, columns, cancellationToken);
        if (wanted == columns && lengths.Min() > SmallestDivisor && Deviation(sides.Threads, products, lengths, cancellationToken) <= Orthogonal)
        {
            return sides.Measured(lengths, basis, Normalised(sides, products, lengths, cancellationToken), products, cancellationToken);
        }

        var (values, near, far) = Decompose(sides, basis, products, columns, wanted, seed, cancellationToken);
        return sides.Measured(values, near, far, null, cancellationToken);
    }

    // The same span with columns that are orthonormal to storage precision: a long basis in single precision may have lost some.
    private static IReadOnlyList<Block<T>> Orthonormalised(Sides<T> sides, IReadOnlyList<Block<T>> basis, int columns, long seed, CancellationToken cancellationToken)
    {
        var unit = new double[columns];
        Array.Fill(unit, 1);
        if (Deviation(sides.Threads, basis, unit, cancellationToken) <= Orthogonal) return basis;
        var orthonormal = new OrthonormalPanels<T>(sides.NearConstants, seed, sides.Threads);
        for (var i = 0; i < basis.Count; i++) orthonormal.Append(basis[i], Math.Min(Panels.Width, columns - i * Panels.Width), 0, 0, null, cancellationToken);
        return orthonormal.Blocks;
    }

    // W = U Σ directly, where the columns of W are orthogonal already: they are, if V are Ritz vectors of B̃ᵀB̃ and no value is small. The rounding errors that B̃ leaves along the constants grow by 1/s, and the
    // operator, which has no constants, does not show them.
    private static List<Block<T>> Normalised(Sides<T> sides, List<Block<T>> products, double[] lengths, CancellationToken cancellationToken)
    {
        var normalised = new List<Block<T>>();
        foreach (var product in products)
        {
            var scale = new double[Panels.Square];
            for (int k = 0, column = normalised.Count * Panels.Width; k < Panels.Width && column + k < lengths.Length; k++) scale[k * Panels.Width + k] = 1 / lengths[column + k];
            var panel = new Block<T>(product.Rows, Panels.Width);
            product.Values.CopyTo(panel.Values, 0);
            Panels.Transform(panel, scale, sides.Threads, cancellationToken);
            sides.FarConstants.Remove(panel, sides.Threads, cancellationToken);
            normalised.Add(panel);
        }

        return normalised;
    }

    private static double[] Lengths(int threads, IReadOnlyList<Block<T>> panels, int columns, CancellationToken cancellationToken)
    {
        var lengths = new double[panels.Count * Panels.Width];
        for (var i = 0; i < panels.Count; i++)
        {
            var gram = Panels.Gram(panels[i], threads, cancellationToken);
            for (var k = 0; k < Panels.Width; k++) lengths[i * Panels.Width + k] = Math.Sqrt(gram[k * Panels.Width + k]);
        }

        return lengths.AsSpan(0, columns).ToArray();
    }

    /// <summary>
    /// How far columns of the given lengths are from orthogonal, E = D⁻¹WᵀWD⁻¹ − I, from its product with eight random vectors: an entry of E shows in the eight products with a
    /// factor of nearly one at least once. All of E would cost d/32 times as much.
    /// </summary>
    private static double Deviation(int threads, IReadOnlyList<Block<T>> panels, double[] lengths, CancellationToken cancellationToken)
    {
        var columns = lengths.Length;
        var probe = new double[columns * Panels.Width];
        new SeededNumbers(columns).Fill(probe);
        var scaled = new double[probe.Length];
        for (var i = 0; i < probe.Length; i++) scaled[i] = probe[i] / lengths[i / Panels.Width];
        var combined = Panels.Combine(panels, scaled, columns, Panels.Width, threads, cancellationToken)[0];
        var projected = Panels.Project(panels, 0, panels.Count, combined, threads, cancellationToken);
        var deviation = 0.0;
        for (var i = 0; i < probe.Length; i++) deviation = Math.Max(deviation, Math.Abs(projected[i] / lengths[i / Panels.Width] - probe[i]));
        return deviation;
    }

    // W = U' R, R = X Σ Yᵀ, U = U' X, V ← V Y.
    private static (double[] Values, List<Block<T>> Near, List<Block<T>> Far) Decompose(
        Sides<T> sides, IReadOnlyList<Block<T>> basis, List<Block<T>> products, int columns, int wanted, long seed, CancellationToken cancellationToken)
    {
        var threads = sides.Threads;
        var orthonormal = new OrthonormalPanels<T>(sides.FarConstants, seed, threads);
        var triangle = new double[columns * columns];
        for (var i = 0; i < products.Count; i++)
        {
            var coefficients = new double[(i + 1) * Panels.Square];
            orthonormal.Append(products[i], Math.Min(Panels.Width, columns - i * Panels.Width), 0, 0, coefficients, cancellationToken).Upper.CopyTo(coefficients, i * Panels.Square);
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
