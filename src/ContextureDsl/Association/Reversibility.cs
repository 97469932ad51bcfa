using ContextureDsl.Observation;

namespace ContextureDsl.Association;

/// <summary>Whether T is self-adjoint: one context from X to X with P⁺(x, a) = P⁺(a, x) under the declared P_X, such as an undirected graph or a symmetric window.</summary>
internal static class Reversibility
{
    /// <summary>Weights of a pair and its reverse, which are sums in another order, count as equal within this share.</summary>
    private const double Rounding = 1e-12;

    /// <summary>The input that every context value is, if T is self-adjoint; null otherwise. O(pairs log degree).</summary>
    /// <remarks>
    /// P⁺(x, a) = p(x) R(a|x), not the counts: symmetric counts are not symmetric any more under a P_X that is not their own. A polynomial of a self-adjoint operator is self-adjoint, so a
    /// walk is judged by its single step.
    /// </remarks>
    public static int[]? InputOfVariable<TInput>(AssociatedContext<TInput> context)
        where TInput : notnull
    {
        if (context.Parts.Count > 1 || context.Parts[0] is not ObservedPart<TInput, TInput> part) return null;
        var inputs = new int[part.Variables.Count];
        for (var a = 0; a < inputs.Length; a++)
            if (!context.Inputs.TryIndex(part.Variables[a], out inputs[a])) return null;
        return IsSymmetric(part.Table, RowScales(context.Joint), part.Walk?.RowOfState ?? inputs) ? inputs : null;
    }

    /// <summary>What makes P⁺ of the counts: p(x) over the sum of the row.</summary>
    private static double[] RowScales(JointDistribution joint) => [.. joint.InputMarginal.Zip(joint.Parts[0].RowSums, (p, sum) => p / sum)];

    private static bool IsSymmetric(PairTable table, double[] scales, int[] rowOfColumn)
    {
        if (table.Inputs != table.Variables) return false;
        var columnOfRow = new int[table.Inputs];
        for (var column = 0; column < rowOfColumn.Length; column++) columnOfRow[rowOfColumn[column]] = column;
        for (var x = 0; x < table.Inputs; x++)
            for (var i = table.RowOffsets[x]; i < table.RowOffsets[x + 1]; i++)
            {
                var (weight, reverse) = (scales[x] * table.Weights[i], rowOfColumn[table.Columns[i]]);
                if (!(Math.Abs(weight - scales[reverse] * Weight(table, reverse, columnOfRow[x])) <= Rounding * weight)) return false;
            }
        return true;
    }

    private static double Weight(PairTable table, int row, int column)
    {
        var start = table.RowOffsets[row];
        var found = table.Columns.AsSpan(start, table.RowOffsets[row + 1] - start).BinarySearch(column);
        return found < 0 ? 0 : table.Weights[start + found];
    }
}
