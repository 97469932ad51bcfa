using System.Numerics.Tensors;
using ContextureDsl.Kernels;

namespace ContextureDsl.Observation;

/// <summary>Collects laws that are computed as dense rows into compressed ones.</summary>
internal static class LawAssembly
{
    /// <summary>Entries that one range of work computes: some milliseconds.</summary>
    private const int RangeEntries = 1 << 18;

    /// <summary>Rows that are computed ahead, to predict how many pairs there will be.</summary>
    private const int SampledRows = 64;

    /// <summary>12 bytes of the pair, twice while the ranges are put together; later 24 for the two orientations of the normalised matrix in double.</summary>
    private const int BytesOfPair = 36;

    /// <summary>
    /// 2^-200, as for counted pairs: a pair lighter than this share of the heaviest in its row is left out, so that the roots of marginals, and their reciprocals, are normal numbers in
    /// single precision. All that is left out of a row is below one rounding error of its sum, which therefore stays one.
    /// </summary>
    private const double Lightest = 6.223015277861142E-61;

    /// <summary>Computes all rows, in fixed ranges. Peak memory: 24 bytes a pair, and 8 n bytes a thread.</summary>
    /// <exception cref="TableSizeException">The pairs would not fit into an array or into memory.</exception>
    public static LawRows Of(FeatureQuery query, string step, ILawRow law)
    {
        var (rows, columns) = (query.Points.Rows, query.Training.Rows);
        RequireRoom(query, step, Predicted(query, law));
        var rowsOfRange = Math.Max(1, RangeEntries / columns);
        var ranges = (rows + rowsOfRange - 1) / rowsOfRange;
        var pieces = new (int[] Counts, int[] Columns, double[] Weights)[ranges];
        var found = 0L;
        var progress = LawProgress.Of(query.Scope, step, rows);
        Partition.ForEach(ranges, query.Scope.Threads, query.Scope.CancellationToken, range =>
        {
            var (first, last) = (range * rowsOfRange, Math.Min(rows, (range + 1) * rowsOfRange));
            pieces[range] = Piece(law, first, last, columns);
            RequireRoom(query, step, Interlocked.Add(ref found, pieces[range].Columns.Length));
            progress?.Add(last - first);
        });
        return Joined(pieces, rows, (int)found);
    }

    /// <summary>Refuses what cannot be held, with the numbers.</summary>
    /// <exception cref="TableSizeException">There are too many pairs.</exception>
    public static void RequireRoom(FeatureQuery query, string step, long pairs)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (pairs <= Array.MaxLength && pairs <= memory / BytesOfPair) return;
        throw new TableSizeException(FormattableString.Invariant(
            $"{step} over {query.Training.Rows} inputs keeps about {pairs} pairs ({query.Scope.Variable}), which take {pairs * (BytesOfPair / 1e9):F1} GB; a table holds at most {Array.MaxLength} pairs, and this process has {memory / 1e9:F1} GB. Use Nearest, a larger gamma or a larger negligible, or learn from a sample of the events: the others get their vectors by EmbedNew."));
    }

    /// <summary>The number of pairs, from evenly spaced rows.</summary>
    private static long Predicted(FeatureQuery query, ILawRow law)
    {
        var rows = query.Points.Rows;
        var sampled = Math.Min(rows, SampledRows);
        if ((long)rows * query.Training.Rows <= RangeEntries) return 0;
        var pairs = 0L;
        var buffer = new double[query.Training.Rows];
        for (var i = 0; i < sampled; i++)
        {
            query.Scope.CancellationToken.ThrowIfCancellationRequested();
            Fill(law, (int)((long)i * rows / sampled), buffer);
            pairs += buffer.Length - buffer.AsSpan().Count(0.0);
        }
        return (long)((double)pairs / sampled * rows);
    }

    private static (int[] Counts, int[] Columns, double[] Weights) Piece(ILawRow law, int first, int last, int columns)
    {
        var counts = new int[last - first];
        var found = new List<int>(columns);
        var weights = new List<double>(columns);
        var buffer = new double[columns];
        for (var x = first; x < last; x++)
        {
            Fill(law, x, buffer);
            for (var a = 0; a < columns; a++)
            {
                if (buffer[a] == 0) continue;
                found.Add(a);
                weights.Add(buffer[a]);
                counts[x - first]++;
            }
        }
        return (counts, [.. found], [.. weights]);
    }

    private static void Fill(ILawRow law, int x, Span<double> weights)
    {
        law.Fill(x, weights);
        var least = Lightest * TensorPrimitives.Max<double>(weights);
        foreach (ref var weight in weights)
            if (weight < least) weight = 0;
    }

    private static LawRows Joined((int[] Counts, int[] Columns, double[] Weights)[] pieces, int rows, int pairs)
    {
        var (offsets, columns, weights) = (new int[rows + 1], new int[pairs], new double[pairs]);
        var (row, next) = (0, 0);
        for (var range = 0; range < pieces.Length; range++)
        {
            var piece = pieces[range];
            piece.Columns.CopyTo(columns, next);
            piece.Weights.CopyTo(weights, next);
            next += piece.Columns.Length;
            foreach (var count in piece.Counts) offsets[row + 1] = offsets[row++] + count;

            // What is copied is let go at once: at the end nothing is there twice.
            pieces[range] = default;
        }
        return new(offsets, columns, weights);
    }
}
