using System.Runtime.ExceptionServices;

namespace ContextureDsl.Kernels;

/// <summary>
/// Work in fixed ranges. The ranges depend on the data only and partial sums are added in the order of the ranges, so that the bits of a result do not depend on
/// who computed which range.
/// </summary>
internal static class Partition
{
    /// <summary>
    /// Rows per range of the dense kernels: 64 KB of a single-precision block of eight, a few microseconds of work. Small enough that cancellation is
    /// seen at once, large enough that handing out a range costs nothing beside it.
    /// </summary>
    public const int Rows = 2048;

    /// <summary>How many ranges of <see cref="Rows"/> cover <paramref name="rows"/>.</summary>
    public static int Ranges(int rows) => (rows + Rows - 1) / Rows;

    /// <summary>Runs every range once, on up to <paramref name="threads"/> threads, and looks at the token before each.</summary>
    /// <remarks>What a body throws comes out as it is; where several throw, that of the lowest range, whoever was faster.</remarks>
    /// <exception cref="OperationCanceledException">The token was cancelled; some ranges may have been done.</exception>
    public static void ForEach(int ranges, int threads, CancellationToken cancellationToken, Action<int> body)
    {
        if (threads <= 1 || ranges <= 1)
        {
            for (var range = 0; range < ranges; range++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                body(range);
            }

            return;
        }

        var failures = new SortedList<int, ExceptionDispatchInfo>();
        var lowest = int.MaxValue;
        Parallel.For(0, ranges, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, range =>
        {
            if (range > Volatile.Read(ref lowest)) return;
            try
            {
                body(range);
            }
            catch (Exception failure) when (!(failure is OperationCanceledException && cancellationToken.IsCancellationRequested))
            {
                lock (failures)
                {
                    failures.Add(range, ExceptionDispatchInfo.Capture(failure));
                    Volatile.Write(ref lowest, failures.Keys[0]);
                }
            }
        });
        if (failures.Count > 0) failures.Values[0].Throw();
    }

    /// <summary>As <see cref="ForEach"/> over ranges of <see cref="Rows"/> rows: the body gets the first row and one past the last.</summary>
    public static void ForRows(int rows, int threads, CancellationToken cancellationToken, Action<int, int> body) =>
        ForEach(Ranges(rows), threads, cancellationToken, range => body(range * Rows, Math.Min(rows, (range + 1) * Rows)));

    /// <summary>Sums of <paramref name="length"/> numbers over all rows: every range fills its own copy, the copies are added in order.</summary>
    public static double[] SumRows(int rows, int length, int threads, CancellationToken cancellationToken, Action<int, int, Memory<double>> body)
    {
        var ranges = Ranges(rows);
        var partial = new double[checked(ranges * length)];
        ForEach(ranges, threads, cancellationToken, range => body(range * Rows, Math.Min(rows, (range + 1) * Rows), partial.AsMemory(range * length, length)));
        var sums = new double[length];
        for (var range = 0; range < ranges; range++)
        {
            for (var i = 0; i < length; i++) sums[i] += partial[range * length + i];
        }

        return sums;
    }
}
