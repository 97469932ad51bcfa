using System.Numerics;
using System.Runtime.CompilerServices;

namespace ContextureDsl.Spectral;

/// <summary>Puts the result together: the pairs of the components in closed form, the triplets of the deflated operator, signs and plateaus.</summary>
internal static class SpectralAssembly
{
    /// <summary>
    /// Values count as equal when they differ by no more than the larger of their measured residuals, or than this: a residual of that size rotates their
    /// functions into one another anyway. Values of a dense decomposition carry some tens of rounding errors.
    /// </summary>
    public static double EqualityFloor<T>() => typeof(T) == typeof(float) ? 4e-6 : 1e-12;

    /// <summary>The whole result.</summary>
    /// <param name="matrix">The operator.</param>
    /// <param name="options">What was asked for.</param>
    /// <param name="found">The triplets of the deflated operator; null where the components give all functions.</param>
    /// <param name="next">s_{d+1} as far as known; NaN if nothing is known.</param>
    /// <param name="iterations">Rounds.</param>
    public static SpectralResult<T> Result<T>(ExpectationOperator<T> matrix, SpectralOptions options, Triplets<T>? found, double next, int iterations)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rank = options.Rank;
        var closed = Math.Min(rank, matrix.Components.Count - 1);
        var values = new double[rank];
        var residuals = new double[rank];
        var left = new T[checked(matrix.Inputs * rank)];
        var right = new T[checked(matrix.Variables * rank)];
        for (var column = 0; column < closed; column++) values[column] = 1;
        WriteComponents(matrix.Constants.Inputs, matrix.Components.Mass, closed, rank, left);
        WriteComponents(matrix.Constants.Variables, matrix.Components.Mass, closed, rank, right);
        if (found is not null)
        {
            // Copies of a value come within rounding, in any order; the result promises a descending one.
            var order = Enumerable.Range(0, found.Values.Length).OrderByDescending(i => found.Values[i]).ThenBy(i => i).Take(rank - closed).ToArray();
            for (var column = closed; column < rank; column++)
            {
                values[column] = Math.Clamp(found.Values[order[column - closed]], 0, 1);
                residuals[column] = found.Residuals[order[column - closed]];
            }

            WriteColumns(found.Inputs, order, closed, rank, left);
            WriteColumns(found.Variables, order, closed, rank, right);
        }

        FixSigns(matrix.Constants.Inputs, rank, left, right);
        var cuts = matrix.Components.Count - 1 > rank || (found is not null && values[^1] - next <= Resolution<T>(residuals, rank - 1, rank - 1));
        var converged = residuals.All(residual => residual <= options.Tolerance);
        return new SpectralResult<T>(values, left, right, residuals, iterations, matrix.Products, converged, Plateaus<T>(values, residuals), cuts);
    }

    // Orthonormal functions of the components, orthogonal to the constant: the k-th sets component k against all heavier ones (a weighted Helmert basis).
    private static void WriteComponents<T>(ComponentConstants<T> constants, double[] mass, int closed, int rank, T[] target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (closed == 0) return;
        var heavier = new double[closed];
        var own = new double[closed];
        var before = mass[0];
        for (var k = 0; k < closed; k++)
        {
            var both = before + mass[k + 1];
            heavier[k] = Math.Sqrt(mass[k + 1] / (before * both));
            own[k] = -Math.Sqrt(before / (mass[k + 1] * both));
            before = both;
        }

        for (var x = 0; x < constants.Length; x++)
        {
            var root = double.CreateTruncating(constants.Roots[x]);
            var component = constants.ComponentOf(x);
            if (component > 0 && component <= closed) target[x * rank + component - 1] = T.CreateTruncating(root * own[component - 1]);
            for (var k = component; k < closed; k++) target[x * rank + k] = T.CreateTruncating(root * heavier[k]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WriteColumns<T>(IReadOnlyList<Block<T>> panels, int[] order, int closed, int rank, T[] target)
        where T : unmanaged
    {
        var arrays = panels.Select(panel => panel.Values).ToArray();
        for (var x = 0; x < panels[0].Rows; x++)
        {
            for (var column = closed; column < rank; column++)
            {
                var from = order[column - closed];
                target[x * rank + column] = arrays[from / Panels.Width][x * Panels.Width + from % Panels.Width];
            }
        }
    }

    // The value of largest modulus of every function μᵢ = uᵢ/√p becomes positive; among equals the one with the smallest index decides.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FixSigns<T>(ComponentConstants<T> inputs, int rank, T[] left, T[] right)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var largest = new T[rank];
        var negative = new bool[rank];
        for (var x = 0; x < inputs.Length; x++)
        {
            var inverse = T.One / inputs.Roots[x];
            for (var column = 0; column < rank; column++)
            {
                var value = left[x * rank + column] * inverse;
                if (T.Abs(value) <= largest[column]) continue;
                largest[column] = T.Abs(value);
                negative[column] = value < T.Zero;
            }
        }

        if (Array.IndexOf(negative, true) < 0) return;
        foreach (var functions in (T[][])[left, right])
        {
            for (var i = 0; i < functions.Length; i += rank)
            {
                for (var column = 0; column < rank; column++) functions[i + column] = negative[column] ? -functions[i + column] : functions[i + column];
            }
        }
    }

    private static List<Range> Plateaus<T>(double[] values, double[] residuals)
    {
        var plateaus = new List<Range>();
        var first = 0;
        for (var i = 1; i <= values.Length; i++)
        {
            if (i < values.Length && values[i - 1] - values[i] <= Resolution<T>(residuals, i - 1, i)) continue;
            if (i - first > 1) plateaus.Add(first..i);
            first = i;
        }

        return plateaus;
    }

    private static double Resolution<T>(double[] residuals, int i, int j) => Math.Max(EqualityFloor<T>(), Math.Max(residuals[i], residuals[j]));
}
