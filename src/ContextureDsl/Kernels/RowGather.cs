using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ContextureDsl.Kernels;

/// <summary>Sparse rows times a block: every non-zero of a row meets one row of the operand, whose columns fill whole registers.</summary>
/// <remarks>
/// Compiled once at full optimisation: a host with default tiering would otherwise run the first products, which for a small problem are all of them, in unoptimised
/// code. The loop is bound by the loads of the gathered rows, not by the latency of the sums: two sums are as fast as four.
/// </remarks>
public static class RowGather
{
    /// <summary>
    /// result[resultStart + i] (+)= Σ_k values[k] operand[operandStart + indices[k]] for the rows first ≤ i &lt; last, where i counts from zero at <paramref name="resultStart"/>.
    /// </summary>
    /// <param name="matrix">The sparse rows.</param>
    /// <param name="operand">The block that is gathered from.</param>
    /// <param name="operandStart">Row of the operand that index 0 means.</param>
    /// <param name="result">The block that is written.</param>
    /// <param name="resultStart">Row of the result that row 0 of the matrix means.</param>
    /// <param name="first">First row.</param>
    /// <param name="last">One past the last row.</param>
    /// <param name="accumulate">Adds to what is there instead of overwriting.</param>
    /// <typeparam name="T">float or double.</typeparam>
    /// <typeparam name="TWidth">The width of both blocks, as a constant.</typeparam>
    public static unsafe void Multiply<T, TWidth>(
        SparseRows<T> matrix, Block<T> operand, int operandStart, Block<T> result, int resultStart, int first, int last, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TWidth : struct, IBlockWidth
    {
        fixed (int* offsets = matrix.Offsets, indices = matrix.Indices)
        fixed (T* values = matrix.Values, x = operand.Values, y = result.Values)
        {
            var from = x + (long)operandStart * TWidth.Columns;
            var to = y + (long)resultStart * TWidth.Columns;
            if (TWidth.Columns == Vector256<T>.Count)
            {
                OneRegister(offsets, indices, values, from, to, first, last, accumulate);
                return;
            }

            // Wider rows in strips of two registers: the indices are read again for each, which is cheap beside the gathered rows.
            for (var column = 0; column < TWidth.Columns; column += 2 * Vector256<T>.Count)
            {
                TwoRegisters(offsets, indices, values, from + column, to + column, TWidth.Columns, first, last, accumulate);
            }
        }
    }

    /// <summary>The same with the kernel for the width of the blocks, where there is one.</summary>
    public static void MultiplyAnyWidth<T>(
        SparseRows<T> matrix, Block<T> operand, int operandStart, Block<T> result, int resultStart, int first, int last, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (operand.Width)
        {
            case 8:
                Multiply<T, Width8>(matrix, operand, operandStart, result, resultStart, first, last, accumulate);
                break;
            case 16:
                Multiply<T, Width16>(matrix, operand, operandStart, result, resultStart, first, last, accumulate);
                break;
            default:
                Multiply(matrix, operand, operandStart, result, resultStart, first, last, accumulate);
                break;
        }
    }

    /// <summary>The same for any width, for blocks that no constant was prepared for: strips of two registers, one register, and what is left column by column.</summary>
    public static unsafe void Multiply<T>(
        SparseRows<T> matrix, Block<T> operand, int operandStart, Block<T> result, int resultStart, int first, int last, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (width, lanes) = (operand.Width, Vector256<T>.Count);
        var column = 0;
        fixed (int* offsets = matrix.Offsets, indices = matrix.Indices)
        fixed (T* values = matrix.Values, x = operand.Values, y = result.Values)
        {
            var from = x + (long)operandStart * width;
            var to = y + (long)resultStart * width;
            for (; column + 2 * lanes <= width; column += 2 * lanes) TwoRegisters(offsets, indices, values, from + column, to + column, width, first, last, accumulate);
            if (column + lanes <= width)
            {
                Strip(offsets, indices, values, from + column, to + column, width, first, last, accumulate);
                column += lanes;
            }
        }

        if (column < width) Columns(matrix, operand, operandStart, result, resultStart, column, first, last, accumulate);
    }

    private static void Columns<T>(
        SparseRows<T> matrix, Block<T> operand, int operandStart, Block<T> result, int resultStart, int start, int first, int last, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var width = operand.Width;
        for (var i = first; i < last; i++)
        {
            var row = result.Values.AsSpan((resultStart + i) * width + start, width - start);
            if (!accumulate) row.Clear();
            for (var k = matrix.Offsets[i]; k < matrix.Offsets[i + 1]; k++)
            {
                var value = matrix.Values[k];
                var gathered = operand.Values.AsSpan((operandStart + matrix.Indices[k]) * width + start, width - start);
                for (var column = 0; column < row.Length; column++) row[column] = T.FusedMultiplyAdd(value, gathered[column], row[column]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void OneRegister<T>(int* offsets, int* indices, T* values, T* x, T* y, int first, int last, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var width = Vector256<T>.Count;
        for (var i = first; i < last; i++)
        {
            int k = offsets[i], end = offsets[i + 1];
            var a = accumulate ? Vector256.Load(y + (long)i * width) : default;
            var b = Vector256<T>.Zero;
            for (; k + 2 <= end; k += 2)
            {
                a = Fused.MultiplyAdd(Vector256.Create(values[k]), Vector256.Load(x + (long)indices[k] * width), a);
                b = Fused.MultiplyAdd(Vector256.Create(values[k + 1]), Vector256.Load(x + (long)indices[k + 1] * width), b);
            }

            if (k < end) a = Fused.MultiplyAdd(Vector256.Create(values[k]), Vector256.Load(x + (long)indices[k] * width), a);
            (a + b).Store(y + (long)i * width);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void TwoRegisters<T>(int* offsets, int* indices, T* values, T* x, T* y, int stride, int first, int last, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var lanes = Vector256<T>.Count;
        for (var i = first; i < last; i++)
        {
            int k = offsets[i], end = offsets[i + 1];
            var target = y + (long)i * stride;
            var a = accumulate ? Vector256.Load(target) : default;
            var b = accumulate ? Vector256.Load(target + lanes) : default;
            for (; k < end; k++)
            {
                var value = Vector256.Create(values[k]);
                var gathered = x + (long)indices[k] * stride;
                a = Fused.MultiplyAdd(value, Vector256.Load(gathered), a);
                b = Fused.MultiplyAdd(value, Vector256.Load(gathered + lanes), b);
            }

            a.Store(target);
            b.Store(target + lanes);
        }
    }

    // One register of wider rows. A kernel of its own, so that the one that is used most has a constant stride.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Strip<T>(int* offsets, int* indices, T* values, T* x, T* y, int stride, int first, int last, bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = first; i < last; i++)
        {
            var sum = accumulate ? Vector256.Load(y + (long)i * stride) : default;
            for (var k = offsets[i]; k < offsets[i + 1]; k++) sum = Fused.MultiplyAdd(Vector256.Create(values[k]), Vector256.Load(x + (long)indices[k] * stride), sum);
            sum.Store(y + (long)i * stride);
        }
    }
}
