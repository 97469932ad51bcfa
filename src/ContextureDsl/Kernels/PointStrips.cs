using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ContextureDsl.Kernels;

/// <summary>Points in strips of sixteen, column by column, so that one query meets sixteen points in registers. Distances are sums of differences in double: nothing cancels.</summary>
internal sealed class PointStrips
{
    private const int Lanes = 16;

    private readonly int count;
    private readonly int width;
    private readonly double[] strips;

    /// <summary>How many numbers the points are copied into: their count is rounded up to whole strips. What no array holds is refused by the caller, who knows what the points are.</summary>
    public static long PackedNumbers(int points, int columns) => ((long)points + Lanes - 1) / Lanes * Lanes * columns;

    /// <summary>Copies the points.</summary>
    public PointStrips(Block<double> points)
    {
        count = points.Rows;
        width = points.Width;
        strips = new double[PackedNumbers(count, width)];
        for (var y = 0; y < count; y++)
            for (var column = 0; column < width; column++)
                strips[y / Lanes * Lanes * width + column * Lanes + y % Lanes] = points.Values[y * width + column];
    }

    /// <summary>distances[y] = Σ over the columns of (query − point y)².</summary>
    public void SquaredEuclidean(ReadOnlySpan<double> query, ReadOnlySpan<int> columns, Span<double> distances) => Measure<Squares>(query, columns, distances);

    /// <summary>distances[y] = Σ over the columns of |query − point y|.</summary>
    public void CityBlock(ReadOnlySpan<double> query, ReadOnlySpan<int> columns, Span<double> distances) => Measure<Magnitudes>(query, columns, distances);

    private unsafe void Measure<TTerm>(ReadOnlySpan<double> query, ReadOnlySpan<int> columns, Span<double> distances)
        where TTerm : struct, ITerm
    {
        var last = stackalloc double[Lanes];
        fixed (double* from = strips, x = query, to = distances)
        fixed (int* visible = columns)
        {
            for (var strip = 0; strip * Lanes < count; strip++)
            {
                var left = count - strip * Lanes;
                Strip<TTerm>(from + (long)strip * Lanes * width, x, visible, columns.Length, left >= Lanes ? to + strip * Lanes : last);
                if (left < Lanes) new ReadOnlySpan<double>(last, left).CopyTo(distances[(strip * Lanes)..]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Strip<TTerm>(double* strip, double* query, int* columns, int count, double* distances)
        where TTerm : struct, ITerm
    {
        Vector256<double> a = default, b = default, c = default, d = default;
        for (var i = 0; i < count; i++)
        {
            var points = strip + columns[i] * Lanes;
            var x = Vector256.Create(query[columns[i]]);
            a = TTerm.Add(x - Vector256.Load(points), a);
            b = TTerm.Add(x - Vector256.Load(points + 4), b);
            c = TTerm.Add(x - Vector256.Load(points + 8), c);
            d = TTerm.Add(x - Vector256.Load(points + 12), d);
        }

        a.Store(distances);
        b.Store(distances + 4);
        c.Store(distances + 8);
        d.Store(distances + 12);
    }

    /// <summary>What a difference adds to the distance.</summary>
    private interface ITerm
    {
        static abstract Vector256<double> Add(Vector256<double> difference, Vector256<double> sum);
    }

    private readonly struct Squares : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Add(Vector256<double> difference, Vector256<double> sum) => Fused.MultiplyAdd(difference, difference, sum);
    }

    private readonly struct Magnitudes : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Add(Vector256<double> difference, Vector256<double> sum) => Vector256.Abs(difference) + sum;
    }
}
