using System.Numerics;
using ContextureDsl.Association;
using ContextureDsl.Kernels;
using ContextureDsl.Observation;

namespace ContextureDsl.Spectral;

/// <summary>From P⁺ to the factors of B = D_X^{-1/2} P⁺ D_A^{-1/2}.</summary>
public static class Normalisation
{
    /// <summary>
    /// One factor per part: Sⱼ(x,a) = √wⱼ √p(x) R(a|x) / √q(a) with R(a|x) = weight(x,a) / row sum, by rows and by columns. Every number is computed in double and rounded
    /// once. Cost: two passes over the pairs.
    /// </summary>
    /// <param name="joint">P⁺.</param>
    /// <param name="cancellationToken">Looked at every few thousand rows.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <typeparam name="T">float or double.</typeparam>
    public static NormalisedFactor<T>[] Factors<T>(JointDistribution joint, CancellationToken cancellationToken = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. joint.Parts.Select(part => part.Walk is { } walk ? Walked<T>(joint.InputMarginal, part, walk, cancellationToken) : Factor<T>(joint.InputMarginal, part, cancellationToken))];

    private static NormalisedFactor<T> Factor<T>(double[] inputMarginal, JointPart part, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var table = part.Table;
        var rootShare = Math.Sqrt(part.Share);
        var left = new T[inputMarginal.Length];
        var right = new T[part.VariableMarginal.Length];
        var inverseRoots = new double[right.Length];
        for (var a = 0; a < right.Length; a++)
        {
            var root = Math.Sqrt(part.VariableMarginal[a]);
            inverseRoots[a] = 1 / root;
            right[a] = T.CreateTruncating(rootShare * root);
        }

        var values = new T[table.Pairs];
        for (var x = 0; x < left.Length; x++)
        {
            if (x % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            int first = table.RowOffsets[x], last = table.RowOffsets[x + 1];
            if (first == last) continue;
            var root = Math.Sqrt(inputMarginal[x]);
            left[x] = T.CreateTruncating(root);
            var scale = rootShare * root / part.RowSums[x];
            for (var k = first; k < last; k++) values[k] = T.CreateTruncating(scale * table.Weights[k] * inverseRoots[table.Columns[k]]);
        }

        var rows = new SparseRows<T>(table.RowOffsets, table.Columns, values);
        return new NormalisedFactor<T>(rows, rows.Transposed(right.Length, cancellationToken), left, right);
    }

    // S = D_p^{1/2} R D_p^{-1/2} over the states, and √w √(p/q) for every end.
    private static NormalisedFactor<T> Walked<T>(double[] inputMarginal, JointPart part, PartWalk walk, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (table, rows) = (part.Table, walk.RowOfState);
        var left = new T[inputMarginal.Length];
        foreach (var row in rows) left[row] = T.CreateTruncating(Math.Sqrt(inputMarginal[row]));
        var offsets = new int[rows.Length + 1];
        var (indices, values) = (new int[table.Pairs], new T[table.Pairs]);
        for (var state = 0; state < rows.Length; state++)
        {
            if (state % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            var (row, next) = (rows[state], offsets[state]);
            var scale = Math.Sqrt(inputMarginal[row]) / part.RowSums[row];
            for (var i = table.RowOffsets[row]; i < table.RowOffsets[row + 1]; i++, next++)
            {
                indices[next] = table.Columns[i];
                values[next] = T.CreateTruncating(scale * table.Weights[i] / Math.Sqrt(inputMarginal[rows[table.Columns[i]]]));
            }
            offsets[state + 1] = next;
        }

        var step = new SparseRows<T>(offsets, indices, values);
        var ends = Enumerable.Range(0, part.VariableMarginal.Length).Select(a => (Marginal: part.VariableMarginal[a], Own: inputMarginal[rows[walk.StateOfVariable[a]]])).ToArray();
        var empty = new SparseRows<T>(new int[left.Length + 1], [], []);
        return new NormalisedFactor<T>(empty, empty.Transposed(ends.Length, cancellationToken), left, [.. ends.Select(end => T.CreateTruncating(Math.Sqrt(part.Share * end.Marginal)))])
        {
            Walk = new WalkFactor<T>(
                [.. walk.Law.Probabilities.Select(T.CreateTruncating)], step, step.Transposed(rows.Length, cancellationToken), rows, walk.StateOfVariable,
                [.. ends.Select(end => T.CreateTruncating(Math.Sqrt(part.Share * (end.Own / end.Marginal))))]),
        };
    }
}
