using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ContextureDsl.Kernels;

/// <summary>
/// Exact nearest rows by squared Euclidean distance, all pairs: ‖x‖² + ‖y‖² − 2⟨x, y⟩ in blocks of single precision throws out what cannot be among the nearest, with a bound on
/// its own error, and what is left is measured again in double.
/// </summary>
/// <remarks>
/// The result is that of sorting Σⱼ (xⱼ − yⱼ)², summed in double in the order of the columns, with ties to the smaller row number: single precision decides only who is measured.
/// Cost: 2 n m d operations in registers (n queries, m points, d columns), bound by multiply-add units from about 30 columns on. Memory: 4 (d + 2) m bytes and 400 KB for each
/// thread. Centring keeps the bound small; points that lie 10³ times closer together than the whole cloud is wide are measured in double more often, never wrongly.
/// </remarks>
internal sealed class NearestSearch
{
    /// <summary>Queries of one tile; six by two registers of sums fill the sixteen registers of AVX2.</summary>
    private const int GroupQueries = 6;

    /// <summary>Points of one tile: two registers.</summary>
    private const int StripPoints = 16;

    /// <summary>Groups that meet a strip while it is in the first cache; their own numbers stay in the second.</summary>
    private const int BlockGroups = 32;

    /// <summary>Queries of one range of work.</summary>
    private const int BlockQueries = BlockGroups * GroupQueries;

    /// <summary>Strips between two looks at the token.</summary>
    private const int WatchStrips = 1024;

    private readonly Block<double> points;
    private readonly Block<double> queries;
    private readonly int[] columns;
    private readonly double[] centre;
    private readonly double scale;
    private readonly double unit;
    private readonly float[] strips;
    private readonly float[] lowNorms;
    private readonly double[] norms;

    /// <summary>How many numbers the points are packed into: their count is rounded up to whole strips. What no array holds is refused by the caller, who knows what the points are.</summary>
    public static long PackedNumbers(int points, int columns) => ((long)points + StripPoints - 1) / StripPoints * StripPoints * columns;

    /// <summary>Packs the points.</summary>
    /// <param name="points">The rows to choose from; finite, of magnitude at most 1e150.</param>
    /// <param name="queries">The rows that seek; may be the same object.</param>
    /// <param name="columns">The columns that count, ascending.</param>
    public NearestSearch(Block<double> points, Block<double> queries, int[] columns)
    {
        this.points = points;
        this.queries = queries;
        this.columns = columns;
        centre = Centre();
        scale = 1 / Math.ScaleB(1, Math.ILogB(Math.Max(Largest(points), Largest(queries))) + 1);
        if (!double.IsFinite(scale)) scale = 1;

        // |single(‖y‖² − 2⟨x, y⟩) − exact| ≤ (d + 10) 2⁻²⁴ (‖x‖² + ‖y‖²): conversion 2, product d/2, norm and sum 1 each, and (‖x‖ + ‖y‖)² ≤ 2 (‖x‖² + ‖y‖²). Rounding the upper bound takes 2, the rest is slack.
        unit = (columns.Length + 16) * Math.ScaleB(1, -24);
        var padded = (points.Rows + StripPoints - 1) / StripPoints * StripPoints;
        strips = new float[PackedNumbers(points.Rows, columns.Length)];
        lowNorms = new float[padded];
        norms = new double[padded];
        lowNorms.AsSpan(points.Rows).Fill(float.PositiveInfinity);
        for (var y = 0; y < points.Rows; y++) PackPoint(y);
    }

    /// <summary>Row numbers of the nearest points of every query, nearest first, ties to the smaller number.</summary>
    /// <param name="count">How many for each query.</param>
    /// <param name="selves">The point that a query itself is and that is not to be found, or −1; null where all may be found.</param>
    /// <param name="threads">Threads; the result does not depend on them.</param>
    /// <param name="found">Told, on any thread, how many more queries are done; may be null.</param>
    /// <param name="cancellationToken">Looked at every few milliseconds.</param>
    /// <returns>queries × count row numbers.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public int[] Find(int count, int[]? selves, int threads, Action<int>? found, CancellationToken cancellationToken)
    {
        var result = new int[checked(queries.Rows * count)];
        Partition.ForEach((queries.Rows + BlockQueries - 1) / BlockQueries, threads, cancellationToken, range =>
        {
            var first = range * BlockQueries;
            var last = Math.Min(queries.Rows, first + BlockQueries);
            FindBlock(first, last, count, selves, result, cancellationToken);
            found?.Invoke(last - first);
        });
        return result;
    }

    private void FindBlock(int first, int last, int count, int[]? selves, int[] result, CancellationToken cancellationToken)
    {
        var groups = (last - first + GroupQueries - 1) / GroupQueries;
        var packed = new float[groups * columns.Length * GroupQueries];
        var thresholds = new float[groups * GroupQueries];
        thresholds.AsSpan().Fill(float.NegativeInfinity);
        var sets = new NearestCandidates[last - first];
        for (var i = 0; i < sets.Length; i++)
        {
            var norm = PackQuery(first + i, packed.AsSpan(i / GroupQueries * columns.Length * GroupQueries), i % GroupQueries);
            sets[i] = new(count + (selves is null ? 0 : 1), norms, 2 * unit, 2 * unit * norm + columns.Length * Math.ScaleB(1, -140));
            thresholds[i] = float.PositiveInfinity;
        }

        Scan(groups, packed, thresholds, sets, cancellationToken);
        for (var i = 0; i < sets.Length; i++) Choose(sets[i].Finish(), first + i, selves is null ? -1 : selves[first + i], result.AsSpan((first + i) * count, count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void Scan(int groups, float[] packed, float[] thresholds, NearestCandidates[] sets, CancellationToken cancellationToken)
    {
        var depth = columns.Length;
        var lows = stackalloc float[GroupQueries * StripPoints];
        fixed (float* points = strips, norms = lowNorms, group = packed, threshold = thresholds)
        {
            for (var strip = 0; strip < lowNorms.Length / StripPoints; strip++)
            {
                if (strip % WatchStrips == 0) cancellationToken.ThrowIfCancellationRequested();
                for (var g = 0; g < groups; g++)
                {
                    if (!Tile(points + (long)strip * depth * StripPoints, group + g * depth * GroupQueries, norms + strip * StripPoints, threshold + g * GroupQueries, depth, lows)) continue;
                    for (var q = 0; q < GroupQueries; q++) Offer(sets, g * GroupQueries + q, threshold, lows + q * StripPoints, strip * StripPoints);
                }
            }
        }
    }

    /// <summary>Hands the points of a strip that are within the threshold to the query's candidates.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void Offer(NearestCandidates[] sets, int query, float* threshold, float* lows, int firstPoint)
    {
        var passes = Passes(Vector256.Load(lows), threshold[query]).ExtractMostSignificantBits() | Passes(Vector256.Load(lows + 8), threshold[query]).ExtractMostSignificantBits() << 8;
        for (; passes != 0; passes &= passes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(passes);

            // The padding points are infinitely far, which passes as long as the threshold is infinite too.
            if (firstPoint + lane < points.Rows) threshold[query] = sets[query].Offer(lows[lane], firstPoint + lane);
        }
    }

    /// <summary>lows[q, lane] = norm(lane) + Σⱼ group[j, q] strip[j, lane]; whether one of them is within its query's threshold, otherwise they are not written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe bool Tile(float* strip, float* group, float* norms, float* thresholds, int depth, float* lows)
    {
        Vector256<float> a0 = default, b0 = default, a1 = default, b1 = default, a2 = default, b2 = default;
        Vector256<float> a3 = default, b3 = default, a4 = default, b4 = default, a5 = default, b5 = default;
        for (var j = 0; j < depth; j++)
        {
            Vector256<float> a = Vector256.Load(strip), b = Vector256.Load(strip + 8);
            var x = Vector256.Create(group[0]);
            a0 = Fused.MultiplyAdd(x, a, a0);
            b0 = Fused.MultiplyAdd(x, b, b0);
            x = Vector256.Create(group[1]);
            a1 = Fused.MultiplyAdd(x, a, a1);
            b1 = Fused.MultiplyAdd(x, b, b1);
            x = Vector256.Create(group[2]);
            a2 = Fused.MultiplyAdd(x, a, a2);
            b2 = Fused.MultiplyAdd(x, b, b2);
            x = Vector256.Create(group[3]);
            a3 = Fused.MultiplyAdd(x, a, a3);
            b3 = Fused.MultiplyAdd(x, b, b3);
            x = Vector256.Create(group[4]);
            a4 = Fused.MultiplyAdd(x, a, a4);
            b4 = Fused.MultiplyAdd(x, b, b4);
            x = Vector256.Create(group[5]);
            a5 = Fused.MultiplyAdd(x, a, a5);
            b5 = Fused.MultiplyAdd(x, b, b5);
            strip += StripPoints;
            group += GroupQueries;
        }

        Vector256<float> m = Vector256.Load(norms), n = Vector256.Load(norms + 8);
        (a0, b0, a1, b1, a2, b2) = (a0 + m, b0 + n, a1 + m, b1 + n, a2 + m, b2 + n);
        (a3, b3, a4, b4, a5, b5) = (a3 + m, b3 + n, a4 + m, b4 + n, a5 + m, b5 + n);
        var passes = Passes(Vector256.Min(a0, b0), thresholds[0]) | Passes(Vector256.Min(a1, b1), thresholds[1]) | Passes(Vector256.Min(a2, b2), thresholds[2])
            | Passes(Vector256.Min(a3, b3), thresholds[3]) | Passes(Vector256.Min(a4, b4), thresholds[4]) | Passes(Vector256.Min(a5, b5), thresholds[5]);
        if (passes == Vector256<int>.Zero) return false;
        Store(a0, b0, lows);
        Store(a1, b1, lows + StripPoints);
        Store(a2, b2, lows + 2 * StripPoints);
        Store(a3, b3, lows + 3 * StripPoints);
        Store(a4, b4, lows + 4 * StripPoints);
        Store(a5, b5, lows + 5 * StripPoints);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Passes(Vector256<float> lows, float threshold) => Vector256.LessThanOrEqual(lows, Vector256.Create(threshold)).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Store(Vector256<float> a, Vector256<float> b, float* to)
    {
        a.Store(to);
        b.Store(to + 8);
    }

    /// <summary>Measures the candidates in double and writes the nearest.</summary>
    private void Choose(ReadOnlySpan<int> candidates, int query, int self, Span<int> nearest)
    {
        var distances = new double[candidates.Length];
        var rows = candidates.ToArray();
        for (var i = 0; i < rows.Length; i++) distances[i] = rows[i] == self ? double.PositiveInfinity : Distance(query, rows[i]);

        // Candidates come in the order of their numbers; the sort does not keep it among equals, so ties are put right after it.
        Array.Sort(distances, rows);
        for (int i = 0, next; i < rows.Length; i = next)
        {
            for (next = i + 1; next < rows.Length && distances[next] == distances[i];) next++;
            if (next - i > 1) Array.Sort(rows, i, next - i);
        }

        rows.AsSpan(0, nearest.Length).CopyTo(nearest);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Distance(int query, int point)
    {
        var x = queries.Values.AsSpan(query * queries.Width, queries.Width);
        var y = points.Values.AsSpan(point * points.Width, points.Width);
        var sum = 0.0;
        foreach (var column in columns)
        {
            var difference = x[column] - y[column];
            sum += difference * difference;
        }

        return sum;
    }

    private void PackPoint(int y)
    {
        var row = points.Values.AsSpan(y * points.Width, points.Width);
        var strip = strips.AsSpan(y / StripPoints * columns.Length * StripPoints);
        var norm = 0.0;
        for (var j = 0; j < columns.Length; j++)
        {
            var value = Packed(row, j);
            strip[j * StripPoints + y % StripPoints] = value;
            norm += (double)value * value;
        }

        norms[y] = norm;
        lowNorms[y] = (float)(norm * (1 - unit));
    }

    private double PackQuery(int x, Span<float> group, int lane)
    {
        var row = queries.Values.AsSpan(x * queries.Width, queries.Width);
        var norm = 0.0;
        for (var j = 0; j < columns.Length; j++)
        {
            var value = Packed(row, j);
            group[j * GroupQueries + lane] = -2 * value;
            norm += (double)value * value;
        }

        return norm;
    }

    private float Packed(ReadOnlySpan<double> row, int column) => (float)((row[columns[column]] - centre[column]) * scale);

    private double[] Centre()
    {
        var centre = new double[columns.Length];
        for (var y = 0; y < points.Rows; y++)
            for (var j = 0; j < centre.Length; j++) centre[j] += points.Values[y * points.Width + columns[j]] / points.Rows;
        return centre;
    }

    private double Largest(Block<double> rows)
    {
        var largest = 0.0;
        for (var x = 0; x < rows.Rows; x++)
            for (var j = 0; j < columns.Length; j++) largest = Math.Max(largest, Math.Abs(rows.Values[x * rows.Width + columns[j]] - centre[j]));
        return largest;
    }
}
