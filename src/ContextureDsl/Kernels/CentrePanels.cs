using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ContextureDsl.Kernels;

/// <summary>
/// Centres in the layout that the search for the nearest one reads: panels of sixteen centres, coordinate by coordinate, so that one register holds a coordinate of eight centres and
/// four rows meet two registers at once.
/// </summary>
/// <remarks>
/// argmin ‖x − c‖² = argmax ⟨x − m, c − m⟩ − ‖c − m‖²/2, with m the mean of the centres, without which rows far from zero would lose their differences to rounding. 2·k·d operations per
/// row. Single precision; the products of a row with a centre are added in the order of the coordinates, wherever the row stands, so that equal rows get equal answers. Ties go to the
/// centre that comes first.
/// </remarks>
internal sealed class CentrePanels
{
    private const int Width = 16;
    private const int RowsAtOnce = 4;

    private readonly int dimension;
    private readonly int panels;
    private readonly float[] values;

    /// <summary>−‖c − m‖²/2, and −∞ where the last panel has no centre.</summary>
    private readonly float[] offsets;

    private readonly float[] mean;

    /// <summary>Packs the centres, k × d, row-major.</summary>
    public CentrePanels(ReadOnlySpan<float> centres, int dimension)
    {
        this.dimension = dimension;
        var count = centres.Length / dimension;
        panels = (count + Width - 1) / Width;
        values = new float[panels * dimension * Width];
        offsets = new float[panels * Width];
        offsets.AsSpan(count).Fill(float.NegativeInfinity);
        mean = Mean(centres, dimension);
        for (var centre = 0; centre < count; centre++)
        {
            var norm = 0.0;
            var panel = centre / Width * dimension * Width + centre % Width;
            for (var i = 0; i < dimension; i++)
            {
                var value = centres[centre * dimension + i] - mean[i];
                values[panel + i * Width] = value;
                norm += (double)value * value;
            }
            offsets[centre] = (float)(-norm / 2);
        }
    }

    /// <summary>The nearest centre of each row and, where a place for them is given, the squared distances.</summary>
    /// <param name="rows">n × d, row-major, finite.</param>
    /// <param name="nearest">n numbers of centres.</param>
    /// <param name="distances">n squared distances, as exact as ‖x − m‖² in single precision, or empty.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Nearest(ReadOnlySpan<float> rows, Span<int> nearest, Span<float> distances)
    {
        var packed = new float[dimension * RowsAtOnce];
        var norms = stackalloc float[RowsAtOnce];
        var scores = stackalloc float[RowsAtOnce];
        var found = stackalloc int[RowsAtOnce];
        fixed (float* packedRows = packed)
        {
            for (var first = 0; first < nearest.Length; first += RowsAtOnce)
            {
                Pack(rows, first, nearest.Length, packed, new(norms, RowsAtOnce));
                Search(packedRows, scores, found);
                for (var i = 0; i < Math.Min(RowsAtOnce, nearest.Length - first); i++)
                {
                    nearest[first + i] = found[i];
                    if (!distances.IsEmpty) distances[first + i] = Math.Max(0, norms[i] - 2 * scores[i]);
                }
            }
        }
    }

    /// <summary>Four rows less the mean, coordinate by coordinate; beyond the last row the last one again.</summary>
    private void Pack(ReadOnlySpan<float> rows, int first, int count, Span<float> packed, Span<float> norms)
    {
        for (var i = 0; i < RowsAtOnce; i++)
        {
            var row = rows.Slice(Math.Min(first + i, count - 1) * dimension, dimension);
            var norm = 0f;
            for (var j = 0; j < row.Length; j++)
            {
                var value = row[j] - mean[j];
                packed[j * RowsAtOnce + i] = value;
                norm += value * value;
            }
            norms[i] = norm;
        }
    }

    /// <summary>The best score of each of four rows and the centre that has it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void Search(float* packed, float* scores, int* found)
    {
        // For every row and lane the best score so far and the panel half that had it.
        var best = stackalloc Vector256<float>[RowsAtOnce];
        var half = stackalloc Vector256<int>[RowsAtOnce];
        for (var i = 0; i < RowsAtOnce; i++)
        {
            best[i] = Vector256.Create(float.NegativeInfinity);
            half[i] = default;
        }
        fixed (float* panelValues = values, panelOffsets = offsets)
        {
            for (var panel = 0; panel < panels; panel++)
            {
                var left = Vector256.Load(panelOffsets + panel * Width);
                var right = Vector256.Load(panelOffsets + panel * Width + 8);
                Vector256<float> a0 = left, a1 = left, a2 = left, a3 = left, b0 = right, b1 = right, b2 = right, b3 = right;
                var centre = panelValues + panel * dimension * Width;
                var row = packed;
                for (var j = 0; j < dimension; j++, centre += Width, row += RowsAtOnce)
                {
                    left = Vector256.Load(centre);
                    right = Vector256.Load(centre + 8);
                    var value = Vector256.Create(row[0]);
                    a0 = Vector256.MultiplyAddEstimate(value, left, a0);
                    b0 = Vector256.MultiplyAddEstimate(value, right, b0);
                    value = Vector256.Create(row[1]);
                    a1 = Vector256.MultiplyAddEstimate(value, left, a1);
                    b1 = Vector256.MultiplyAddEstimate(value, right, b1);
                    value = Vector256.Create(row[2]);
                    a2 = Vector256.MultiplyAddEstimate(value, left, a2);
                    b2 = Vector256.MultiplyAddEstimate(value, right, b2);
                    value = Vector256.Create(row[3]);
                    a3 = Vector256.MultiplyAddEstimate(value, left, a3);
                    b3 = Vector256.MultiplyAddEstimate(value, right, b3);
                }
                Keep(a0, b0, 2 * panel, best, half);
                Keep(a1, b1, 2 * panel, best + 1, half + 1);
                Keep(a2, b2, 2 * panel, best + 2, half + 2);
                Keep(a3, b3, 2 * panel, best + 3, half + 3);
            }
        }
        for (var i = 0; i < RowsAtOnce; i++) (scores[i], found[i]) = Best(best[i], half[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Keep(Vector256<float> left, Vector256<float> right, int number, Vector256<float>* best, Vector256<int>* half)
    {
        var better = Vector256.GreaterThan(left, *best);
        *best = Vector256.ConditionalSelect(better, left, *best);
        *half = Vector256.ConditionalSelect(better.AsInt32(), Vector256.Create(number), *half);
        better = Vector256.GreaterThan(right, *best);
        *best = Vector256.ConditionalSelect(better, right, *best);
        *half = Vector256.ConditionalSelect(better.AsInt32(), Vector256.Create(number + 1), *half);
    }

    private static (float Score, int Centre) Best(Vector256<float> best, Vector256<int> half)
    {
        var score = float.NegativeInfinity;
        var centre = int.MaxValue;
        for (var lane = 0; lane < Vector256<float>.Count; lane++)
        {
            var candidate = half[lane] * Vector256<float>.Count + lane;
            if (best[lane] < score || (best[lane] == score && candidate > centre)) continue;
            score = best[lane];
            centre = candidate;
        }
        return (score, centre);
    }

    private static float[] Mean(ReadOnlySpan<float> centres, int dimension)
    {
        var sums = new double[dimension];
        for (var i = 0; i < centres.Length; i++) sums[i % dimension] += centres[i];
        var count = centres.Length / dimension;
        return Array.ConvertAll(sums, sum => (float)(sum / count));
    }
}
