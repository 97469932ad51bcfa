using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ContextureDsl.Kernels;

/// <summary>One known vector, cut into components with disjoint supports, against a block: the moments that a deflation needs and the update it makes.</summary>
internal static class RankOne
{
    /// <summary>moments[c, :] = Σ over rows x of component c of root(x) block[start + x, :]; count × width doubles.</summary>
    /// <param name="root">The vector.</param>
    /// <param name="components">The component of every row; null where there is one.</param>
    /// <param name="count">Number of components.</param>
    /// <param name="block">The block.</param>
    /// <param name="start">Row of the block that belongs to root(0).</param>
    /// <param name="threads">Threads.</param>
    /// <param name="cancellationToken">Looked at before every range.</param>
    public static double[] Moments<T>(T[] root, int[]? components, int count, Block<T> block, int start, int threads, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var width = block.Width;
        if (components is null) return Partition.SumRows(root.Length, width, threads, cancellationToken, (first, last, sums) => Sum(root, block, start, first, last, sums.Span));

        // Many components: a copy of all moments per range would cost more than the pass itself.
        var all = new double[count * width];
        Partition.ForRows(root.Length, 1, cancellationToken, (first, last) =>
        {
            for (var x = first; x < last; x++)
            {
                var weight = double.CreateTruncating(root[x]);
                var row = block.Values.AsSpan((start + x) * width, width);
                var sums = all.AsSpan(components[x] * width, width);
                for (var column = 0; column < width; column++) sums[column] += weight * double.CreateTruncating(row[column]);
            }
        });
        return all;
    }

    /// <summary>block[start + x, :] −= root(x) coefficients[component(x), :] for first ≤ x &lt; last.</summary>
    public static unsafe void Subtract<T>(T[] root, int[]? components, T[] coefficients, Block<T> block, int start, int first, int last)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var width = block.Width;
        if (width % Vector256<T>.Count != 0)
        {
            for (var x = first; x < last; x++)
            {
                for (var column = 0; column < width; column++) block.Values[(start + x) * width + column] -= root[x] * coefficients[(components?[x] ?? 0) * width + column];
            }

            return;
        }

        fixed (T* roots = root, from = coefficients, values = block.Values)
        fixed (int* of = components)
        {
            for (var column = 0; column < width; column += Vector256<T>.Count) SubtractStrip(roots, of, from + column, values + (long)start * width + column, width, first, last);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void SubtractStrip<T>(T* root, int* components, T* coefficients, T* block, int width, int first, int last)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var x = first; x < last; x++)
        {
            var component = components == null ? 0 : components[x];
            var target = block + (long)x * width;
            Fused.MultiplyAdd(Vector256.Create(-root[x]), Vector256.Load(coefficients + (long)component * width), Vector256.Load(target)).Store(target);
        }
    }

    private static unsafe void Sum<T>(T[] root, Block<T> block, int start, int first, int last, Span<double> sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var width = block.Width;
        if (width % Vector256<T>.Count != 0)
        {
            for (var x = first; x < last; x++)
            {
                for (var column = 0; column < width; column++) sums[column] += double.CreateTruncating(root[x] * block.Values[(start + x) * width + column]);
            }

            return;
        }

        fixed (T* roots = root, values = block.Values)
        fixed (double* to = sums)
        {
            for (var column = 0; column < width; column += Vector256<T>.Count) SumStrip(roots, values + (long)start * width + column, width, first, last, to + column);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void SumStrip<T>(T* root, T* block, int width, int first, int last, double* sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Sums of 256 products stay in storage precision, the rest is double: the error of a short sum is far below that of the stored numbers.
        for (var from = first; from < last; from += 256)
        {
            var to = Math.Min(last, from + 256);
            var sum = Vector256<T>.Zero;
            for (var x = from; x < to; x++) sum = Fused.MultiplyAdd(Vector256.Create(root[x]), Vector256.Load(block + (long)x * width), sum);
            for (var lane = 0; lane < Vector256<T>.Count; lane++) sums[lane] += double.CreateTruncating(sum[lane]);
        }
    }
}
