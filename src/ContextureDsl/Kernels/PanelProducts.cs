using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ContextureDsl.Kernels;

/// <summary>
/// Products of tall panels, eight columns each and row-major. Per row eight numbers of one panel are broadcast against one register (single) or two (double) of the
/// other, with all eight sums or coefficients in registers, so that both panels are read once.
/// </summary>
internal static class PanelProducts
{
    /// <summary>Columns of a panel.</summary>
    public const int Width = 8;

    /// <summary>Rows summed in storage precision before the sum goes on in double: both panels of such a piece stay in the first-level cache.</summary>
    private const int Piece = 256;

    /// <summary>products[i * 8 + j] += Σ_x left(x,i) right(x,j).</summary>
    public static unsafe void Project<T>(T[] left, T[] right, int first, int last, Span<double> products)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* a = left, b = right)
        fixed (double* to = products)
        {
            for (var from = first; from < last; from += Piece)
            {
                var rows = Math.Min(Piece, last - from);
                for (var column = 0; column < Width; column += Vector256<T>.Count) ProjectStrip(a + (long)from * Width, b + (long)from * Width + column, rows, to + column);
            }
        }
    }

    /// <summary>products[i * 8 + j] += Σ_x panel(x,i) panel(x,j), every product and sum in double.</summary>
    public static unsafe void Gram<T>(T[] panel, int first, int last, Span<double> products)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Widened a piece at a time, so that the loop broadcasts from memory like the others.
        var copy = stackalloc double[Piece * Width];
        fixed (T* values = panel)
        fixed (double* to = products)
        {
            for (var from = first; from < last; from += Piece)
            {
                var rows = Math.Min(Piece, last - from);
                var piece = typeof(T) == typeof(double) ? (double*)values + (long)from * Width : copy;
                if (typeof(T) == typeof(float)) Widen((float*)values + (long)from * Width, copy, rows * Width);
                for (var column = 0; column < Width; column += Vector256<double>.Count) ProjectStrip(piece, piece + column, rows, to + column);
            }
        }
    }

    /// <summary>target(x,j) += Σ_i panel(x,i) coefficients[i * 8 + j].</summary>
    public static unsafe void Accumulate<T>(T[] panel, ReadOnlySpan<T> coefficients, T[] target, int first, int last)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* a = panel, c = coefficients, z = target)
        {
            for (var column = 0; column < Width; column += Vector256<T>.Count) AccumulateStrip(a, c + column, z + column, first, last);
        }
    }

    /// <summary>The same for two targets at once, whose coefficients stand one after the other: every number of the panel is broadcast once for both.</summary>
    public static unsafe void AccumulateTwo<T>(T[] panel, ReadOnlySpan<T> coefficients, T[] target, T[] second, int first, int last)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* a = panel, c = coefficients, z = target, y = second)
        {
            for (var column = 0; column < Width; column += Vector256<T>.Count) AccumulateStrips(a, c + column, z + column, y + column, first, last);
        }
    }

    /// <summary>panel(x,j) = Σ_i panel(x,i) coefficients[i * 8 + j], in place.</summary>
    public static unsafe void Transform<T>(T[] panel, ReadOnlySpan<T> coefficients, int first, int last)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // A piece at a time through a small copy, because a row is overwritten strip by strip while it is still needed.
        var copy = stackalloc T[Piece * Width];
        fixed (T* c = coefficients, z = panel)
        {
            for (var from = first; from < last; from += Piece)
            {
                var rows = Math.Min(Piece, last - from);
                var target = z + (long)from * Width;
                new ReadOnlySpan<T>(target, rows * Width).CopyTo(new Span<T>(copy, rows * Width));
                new Span<T>(target, rows * Width).Clear();
                for (var column = 0; column < Width; column += Vector256<T>.Count) AccumulateStrip(copy, c + column, target + column, 0, rows);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void ProjectStrip<T>(T* left, T* right, int rows, double* products)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        for (var x = 0; x < rows; x++)
        {
            var a = left + (long)x * Width;
            var b = Vector256.Load(right + (long)x * Width);
            s0 = Fused.MultiplyAdd(Vector256.Create(a[0]), b, s0);
            s1 = Fused.MultiplyAdd(Vector256.Create(a[1]), b, s1);
            s2 = Fused.MultiplyAdd(Vector256.Create(a[2]), b, s2);
            s3 = Fused.MultiplyAdd(Vector256.Create(a[3]), b, s3);
            s4 = Fused.MultiplyAdd(Vector256.Create(a[4]), b, s4);
            s5 = Fused.MultiplyAdd(Vector256.Create(a[5]), b, s5);
            s6 = Fused.MultiplyAdd(Vector256.Create(a[6]), b, s6);
            s7 = Fused.MultiplyAdd(Vector256.Create(a[7]), b, s7);
        }

        Add(s0, products);
        Add(s1, products + Width);
        Add(s2, products + 2 * Width);
        Add(s3, products + 3 * Width);
        Add(s4, products + 4 * Width);
        Add(s5, products + 5 * Width);
        Add(s6, products + 6 * Width);
        Add(s7, products + 7 * Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Add<T>(Vector256<T> sum, double* to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var lane = 0; lane < Vector256<T>.Count; lane++) to[lane] += double.CreateTruncating(sum[lane]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Widen(float* from, double* to, int count)
    {
        for (var i = 0; i < count; i += Width)
        {
            var (low, high) = Vector256.Widen(Vector256.Load(from + i));
            low.Store(to + i);
            high.Store(to + i + 4);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void AccumulateStrip<T>(T* panel, T* coefficients, T* target, int first, int last)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var c0 = Vector256.Load(coefficients);
        var c1 = Vector256.Load(coefficients + Width);
        var c2 = Vector256.Load(coefficients + 2 * Width);
        var c3 = Vector256.Load(coefficients + 3 * Width);
        var c4 = Vector256.Load(coefficients + 4 * Width);
        var c5 = Vector256.Load(coefficients + 5 * Width);
        var c6 = Vector256.Load(coefficients + 6 * Width);
        var c7 = Vector256.Load(coefficients + 7 * Width);
        for (var x = first; x < last; x++)
        {
            var a = panel + (long)x * Width;
            var z = target + (long)x * Width;

            // Two chains: one of eight dependent sums would wait for its own latency.
            var even = Fused.MultiplyAdd(Vector256.Create(a[0]), c0, Vector256.Load(z));
            var odd = Vector256.Create(a[1]) * c1;
            even = Fused.MultiplyAdd(Vector256.Create(a[2]), c2, even);
            odd = Fused.MultiplyAdd(Vector256.Create(a[3]), c3, odd);
            even = Fused.MultiplyAdd(Vector256.Create(a[4]), c4, even);
            odd = Fused.MultiplyAdd(Vector256.Create(a[5]), c5, odd);
            even = Fused.MultiplyAdd(Vector256.Create(a[6]), c6, even);
            odd = Fused.MultiplyAdd(Vector256.Create(a[7]), c7, odd);
            (even + odd).Store(z);
        }
    }

    // Sixteen registers hold coefficients: all of them where there are 32, else the processor reads half of them from the first-level cache.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void AccumulateStrips<T>(T* panel, T* coefficients, T* target, T* second, int first, int last)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var c0 = Vector256.Load(coefficients);
        var c1 = Vector256.Load(coefficients + Width);
        var c2 = Vector256.Load(coefficients + 2 * Width);
        var c3 = Vector256.Load(coefficients + 3 * Width);
        var c4 = Vector256.Load(coefficients + 4 * Width);
        var c5 = Vector256.Load(coefficients + 5 * Width);
        var c6 = Vector256.Load(coefficients + 6 * Width);
        var c7 = Vector256.Load(coefficients + 7 * Width);
        var d0 = Vector256.Load(coefficients + 8 * Width);
        var d1 = Vector256.Load(coefficients + 9 * Width);
        var d2 = Vector256.Load(coefficients + 10 * Width);
        var d3 = Vector256.Load(coefficients + 11 * Width);
        var d4 = Vector256.Load(coefficients + 12 * Width);
        var d5 = Vector256.Load(coefficients + 13 * Width);
        var d6 = Vector256.Load(coefficients + 14 * Width);
        var d7 = Vector256.Load(coefficients + 15 * Width);
        for (var x = first; x < last; x++)
        {
            var a = panel + (long)x * Width;
            var z = target + (long)x * Width;
            var y = second + (long)x * Width;
            Vector256<T> a0 = Vector256.Create(a[0]), a1 = Vector256.Create(a[1]);
            var even = Fused.MultiplyAdd(a0, c0, Vector256.Load(z));
            var odd = a1 * c1;
            var evenSecond = Fused.MultiplyAdd(a0, d0, Vector256.Load(y));
            var oddSecond = a1 * d1;
            (a0, a1) = (Vector256.Create(a[2]), Vector256.Create(a[3]));
            even = Fused.MultiplyAdd(a0, c2, even);
            odd = Fused.MultiplyAdd(a1, c3, odd);
            evenSecond = Fused.MultiplyAdd(a0, d2, evenSecond);
            oddSecond = Fused.MultiplyAdd(a1, d3, oddSecond);
            (a0, a1) = (Vector256.Create(a[4]), Vector256.Create(a[5]));
            even = Fused.MultiplyAdd(a0, c4, even);
            odd = Fused.MultiplyAdd(a1, c5, odd);
            evenSecond = Fused.MultiplyAdd(a0, d4, evenSecond);
            oddSecond = Fused.MultiplyAdd(a1, d5, oddSecond);
            (a0, a1) = (Vector256.Create(a[6]), Vector256.Create(a[7]));
            even = Fused.MultiplyAdd(a0, c6, even);
            odd = Fused.MultiplyAdd(a1, c7, odd);
            evenSecond = Fused.MultiplyAdd(a0, d6, evenSecond);
            oddSecond = Fused.MultiplyAdd(a1, d7, oddSecond);
            (even + odd).Store(z);
            (evenSecond + oddSecond).Store(y);
        }
    }
}
