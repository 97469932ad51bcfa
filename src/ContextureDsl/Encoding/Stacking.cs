using System.Numerics;
using ContextureDsl.Kernels;
using ContextureDsl.Spectral;
using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl;

/// <summary>
/// Encoders side by side as one: with orthonormal functions Uⱼ and values Sⱼ of r parts, the singular value decomposition of [U₁S₁ | … | U_rS_r]/√r. Its functions span the sum of the spans; its values and the functions
/// on the context values are those of the equal convex mix of the parts, each cut to its best rank.
/// </summary>
internal static class Stacking
{
    /// <summary>Most ranges of rows that are summed by themselves: each holds a square of all functions.</summary>
    private const int MostGroups = 32;

    /// <param name="parts">The encoders, over the same inputs and the same P_X.</param>
    /// <param name="inputMarginal">P_X.</param>
    /// <param name="shared">The sine of the angle below which two directions count as one: what rounding and residuals leave of a direction that several parts have.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static EncodedMix<T> Of<T>(IReadOnlyList<EncodedMix<T>> parts, double[] inputMarginal, double shared, int threads, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var values = parts.SelectMany(part => part.Result.Values).ToArray();
        var gram = Gram(parts, null, values.Length, threads, cancellationToken);
        var basis = Whitening(gram, shared * shared);
        // Once more: the length of a direction that is all but shared is a small difference of large numbers in the first WᵀW.
        basis *= Whitening(Gram(parts, basis, values.Length, threads, cancellationToken), 0);
        // With Q = W C orthonormal, QᵀWS/√r = CᵀWᵀW S/√r.
        var small = basis.TransposeThisAndMultiply(gram) * Matrix<double>.Build.DenseOfDiagonalArray(Array.ConvertAll(values, value => value / Math.Sqrt(parts.Count)));
        var svd = small.Svd();
        var left = basis * svd.U;
        var right = svd.VT.SubMatrix(0, small.RowCount, 0, values.Length).Transpose();
        var result = Result(parts, svd.S.Take(small.RowCount), left, threads, cancellationToken);
        FixSigns(result, inputMarginal, right);
        var rotations = Rotations(parts, right);
        return new(
            result,
            [.. parts.SelectMany((part, j) => part.Right.Select(functions => Rotated<T>(functions, rotations[j], parts.Count, threads, cancellationToken)))],
            [.. parts.SelectMany((part, j) => part.Entries.Select(functions => Rotated<T>(functions, rotations[j], parts.Count, threads, cancellationToken)))]);
    }

    /// <summary>WᵀW with W = [U₁ | … | U_r] or a combination of its columns, summed in double over fixed ranges of rows.</summary>
    private static Matrix<double> Gram<T>(IReadOnlyList<EncodedMix<T>> parts, Matrix<double>? combination, int columns, int threads, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rows = parts[0].Result.Left.Length / parts[0].Result.Values.Length;
        var size = combination?.ColumnCount ?? columns;
        var groups = Math.Min(MostGroups, Partition.Ranges(rows));
        var sums = new double[groups][];
        Partition.ForEach(groups, threads, cancellationToken, group =>
        {
            var (all, row, sum) = (new double[columns], new double[size], sums[group] = new double[size * size]);
            var last = (int)((long)rows * (group + 1) / groups);
            for (var x = (int)((long)rows * group / groups); x < last; x++)
            {
                if (x % Partition.Rows == 0) cancellationToken.ThrowIfCancellationRequested();
                Row(parts, x, combination is null ? row : all);
                for (var k = 0; combination is not null && k < size; k++) row[k] = Combined(all, combination, k);
                for (var i = 0; i < size; i++)
                    for (var k = 0; k <= i; k++) sum[i * size + k] += row[i] * row[k];
            }
        });
        return Matrix<double>.Build.Dense(size, size, (i, k) => sums.Sum(sum => sum[Math.Max(i, k) * size + Math.Min(i, k)]));
    }

    /// <summary>C with W C orthonormal: Σ^-½ V for the eigenvalues above a bound, the largest first.</summary>
    private static Matrix<double> Whitening(Matrix<double> gram, double least)
    {
        var eigen = gram.Evd(Symmetricity.Symmetric);
        return Matrix<double>.Build.DenseOfColumnVectors(Enumerable.Range(0, gram.ColumnCount).Where(i => eigen.EigenValues[i].Real > least).Reverse().Select(i => eigen.EigenVectors.Column(i) / Math.Sqrt(eigen.EigenValues[i].Real)));
    }

    private static double Combined(double[] row, Matrix<double> combination, int column)
    {
        var sum = 0.0;
        for (var i = 0; i < row.Length; i++) sum += row[i] * combination[i, column];
        return sum;
    }

    private static SpectralResult<T> Result<T>(IReadOnlyList<EncodedMix<T>> parts, IEnumerable<double> found, Matrix<double> combination, int threads, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] values = [.. found.Select(value => Math.Min(1, value))];
        var rows = parts[0].Result.Left.Length / parts[0].Result.Values.Length;
        var left = new T[Observation.ArrayLimit.Checked((long)rows * values.Length, "numbers in the functions of one side")];
        Partition.ForRows(rows, threads, cancellationToken, (first, last) =>
        {
            var row = new double[combination.RowCount];
            for (var x = first; x < last; x++)
            {
                Row(parts, x, row);
                for (var k = 0; k < values.Length; k++) left[x * values.Length + k] = T.CreateTruncating(Combined(row, combination, k));
            }
        });
        var residual = parts.Max(part => part.Result.Residuals.Max());
        double[] residuals = [.. Enumerable.Repeat(residual, values.Length)];
        return new(values, left, [], residuals, parts.Max(part => part.Result.Iterations), parts.Sum(part => part.Result.Products), parts.All(part => part.Result.Converged), Plateaus.Of<T>(values, residuals), CutsPlateau: parts.Any(part => part.Result.CutsPlateau));
    }

    /// <summary>The value of largest modulus of every function becomes positive, as everywhere.</summary>
    private static void FixSigns<T>(SpectralResult<T> result, double[] inputMarginal, Matrix<double> right)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rank = result.Values.Length;
        for (var k = 0; k < rank; k++)
        {
            var extreme = 0.0;
            for (var x = 0; x < inputMarginal.Length; x++)
            {
                var value = double.CreateTruncating(result.Left[x * rank + k]) / Math.Sqrt(inputMarginal[x]);
                if (Math.Abs(value) > Math.Abs(extreme)) extreme = value;
            }
            if (extreme >= 0) continue;
            for (var x = 0; x < inputMarginal.Length; x++) result.Left[x * rank + k] = -result.Left[x * rank + k];
            right.SetColumn(k, -right.Column(k));
        }
    }

    /// <summary>All functions at one input.</summary>
    private static void Row<T>(IReadOnlyList<EncodedMix<T>> parts, int x, double[] row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var column = 0;
        foreach (var part in parts)
        {
            var rank = part.Result.Values.Length;
            for (var i = 0; i < rank; i++) row[column++] = double.CreateTruncating(part.Result.Left[x * rank + i]);
        }
    }

    private static Matrix<double>[] Rotations<T>(IReadOnlyList<EncodedMix<T>> parts, Matrix<double> right)
        where T : unmanaged
    {
        var rotations = new Matrix<double>[parts.Count];
        var start = 0;
        for (var j = 0; j < rotations.Length; j++)
        {
            var rank = parts[j].Result.Values.Length;
            rotations[j] = right.SubMatrix(start, rank, 0, right.ColumnCount) * Math.Sqrt(parts.Count);
            start += rank;
        }
        return rotations;
    }

    /// <summary>√r Σᵢ νᵢ Yᵢₖ, with an r-th of the share.</summary>
    private static VariableFunctions Rotated<T>(VariableFunctions functions, Matrix<double> rotation, int parts, int threads, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rotated = Rotated<T>(functions.Functions, rotation, threads, cancellationToken);
        var evidence = ReferenceEquals(functions.Evidence, functions.Functions) ? rotated : Rotated<T>(functions.Evidence, rotation, threads, cancellationToken);
        return functions with { Share = functions.Share / parts, Functions = rotated, Evidence = evidence };
    }

    private static SingularFunctions<T> Rotated<T>(SingularFunctions functions, Matrix<double> rotation, int threads, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rank = rotation.ColumnCount;
        var values = new T[Observation.ArrayLimit.Checked((long)functions.Count * rank, "functions of context values")];
        Partition.ForRows(functions.Count, threads, cancellationToken, (first, last) =>
        {
            var row = new double[functions.Rank];
            for (var a = first; a < last; a++)
            {
                Array.Clear(row);
                functions.AddRow(a, 1, row);
                for (var k = 0; k < rank; k++) values[a * rank + k] = T.CreateTruncating(Combined(row, rotation, k));
            }
        });
        return new(values, functions.Count, rank);
    }
}
