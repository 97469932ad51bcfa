using System.Numerics;
using ContextureDsl.Association;
using ContextureDsl.Kernels;

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
        [.. joint.Parts.Select(part => Factor<T>(joint.InputMarginal, part, cancellationToken))];

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
}
