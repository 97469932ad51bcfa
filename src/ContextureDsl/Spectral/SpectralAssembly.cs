using System.Numerics;
using System.Runtime.CompilerServices;
using ContextureDsl.Kernels;
using ContextureDsl.Observation;

namespace ContextureDsl.Spectral;

/// <summary>Puts the result together: the pairs of the components in closed form, the triplets of the deflated operator, signs and plateaus.</summary>
internal static class SpectralAssembly
{
    /// <summary>The whole result.</summary>
    /// <param name="matrix">The operator.</param>
    /// <param name="options">What was asked for.</param>
    /// <param name="found">The triplets of the deflated operator; null where the components give all functions.</param>
    /// <param name="next">s_{d+1} as far as known; −∞ if there is none.</param>
    /// <param name="iterations">Rounds.</param>
    /// <param name="cancellationToken">Looked at before every range of rows.</param>
    public static SpectralResult<T> Result<T>(
        DeflatedOperator<T> matrix, SpectralOptions options, Triplets<T>? found, double next, int iterations, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rank = options.Rank;
        var contrasts = new ComponentContrasts(matrix.Components.Mass, Math.Min(rank, matrix.Components.Count - 1));
        var values = new double[rank];
        var residuals = new double[rank];
        values.AsSpan(0, contrasts.Count).Fill(1);

        // Copies of a value come within rounding, in any order; the result promises a descending one.
        var order = found is null ? [] : Enumerable.Range(0, found.Values.Length).OrderByDescending(i => found.Values[i]).ThenBy(i => i).Take(rank - contrasts.Count).ToArray();
        for (var i = 0; i < order.Length; i++)
        {
            values[contrasts.Count + i] = Math.Clamp(found!.Values[order[i]], 0, 1);
            residuals[contrasts.Count + i] = found.Residuals[order[i]];
        }

        var left = Functions(matrix.Constants.Inputs, contrasts, found?.Inputs, order, matrix.Threads, cancellationToken);
        var right = Functions(matrix.Constants.Variables, contrasts, found?.Variables, order, matrix.Threads, cancellationToken);
        FixSigns(matrix.Constants.Inputs.Roots, rank, left, right, matrix.Threads, cancellationToken);
        var cuts = found is null ? matrix.Components.Count - 1 > rank : values[^1] - next <= Plateaus.Resolution<T>(residuals[^1], residuals[^1]);
        var converged = residuals.All(residual => residual <= options.Tolerance);
        return new SpectralResult<T>(values, left, right, residuals, iterations, matrix.Products, converged, Plateaus.Of<T>(values, residuals), cuts);
    }

    // One side, row by row: the contrasts of the components times √p (or √q), then the columns of the panels in the given order.
    private static T[] Functions<T>(
        ComponentConstants<T> constants, ComponentContrasts contrasts, IReadOnlyList<Block<T>>? panels, int[] order, int threads, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rank = contrasts.Count + order.Length;
        var functions = new T[ArrayLimit.Checked((long)constants.Length * rank, "numbers in the functions of one side")];
        var arrays = panels?.Select(panel => panel.Values).ToArray() ?? [];
        Partition.ForRows(constants.Length, threads, cancellationToken, (first, last) =>
        {
            for (var x = first; x < last && contrasts.Count > 0; x++)
            {
                var root = double.CreateTruncating(constants.Roots[x]);
                var component = constants.ComponentOf(x);
                for (var k = Math.Max(0, component - 1); k < contrasts.Count; k++) functions[x * rank + k] = T.CreateTruncating(root * contrasts[k, component]);
            }

            CopyColumns(arrays, order, functions, rank, first, last);
        });
        return functions;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyColumns<T>(T[][] panels, int[] order, T[] functions, int rank, int first, int last)
    {
        var offset = rank - order.Length;
        for (var x = first; x < last; x++)
        {
            for (var i = 0; i < order.Length; i++) functions[x * rank + offset + i] = panels[order[i] / Panels.Width][x * Panels.Width + order[i] % Panels.Width];
        }
    }

    // The value of largest modulus of every function μᵢ = uᵢ/√p becomes positive; among equals the one with the smallest index decides.
    private static void FixSigns<T>(T[] roots, int rank, T[] left, T[] right, int threads, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var ranges = new T[Partition.Ranges(roots.Length)][];
        Partition.ForRows(roots.Length, threads, cancellationToken, (first, last) => ranges[first / Partition.Rows] = Extremes(roots, rank, left, first, last));
        var extremes = new T[rank];
        foreach (var range in ranges)
        {
            for (var i = 0; i < rank; i++) extremes[i] = T.Abs(range[i]) > T.Abs(extremes[i]) ? range[i] : extremes[i];
        }

        var signs = Array.ConvertAll(extremes, extreme => extreme < T.Zero ? -T.One : T.One);
        if (Array.IndexOf(signs, -T.One) < 0) return;
        Partition.ForRows(roots.Length, threads, cancellationToken, (first, last) => Multiply(left, signs, first, last));
        Partition.ForRows(right.Length / rank, threads, cancellationToken, (first, last) => Multiply(right, signs, first, last));
    }

    // For every column the first value of largest modulus.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T[] Extremes<T>(T[] roots, int rank, T[] left, int first, int last)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var extremes = new T[rank];
        for (var x = first; x < last; x++)
        {
            var inverse = T.One / roots[x];
            for (var i = 0; i < rank; i++)
            {
                var value = left[x * rank + i] * inverse;
                if (T.Abs(value) > T.Abs(extremes[i])) extremes[i] = value;
            }
        }

        return extremes;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply<T>(T[] functions, T[] signs, int first, int last)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var x = first; x < last; x++)
        {
            for (var i = 0; i < signs.Length; i++) functions[x * signs.Length + i] *= signs[i];
        }
    }
}
