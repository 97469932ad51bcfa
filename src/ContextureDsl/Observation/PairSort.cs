using System.Numerics;

namespace ContextureDsl.Observation;

/// <summary>Sorts pairs by key, stable: a radix sort over exactly the bits that the numbers use, at most 11 a pass.</summary>
internal static class PairSort
{
    private const int DigitBits = 11;
    private const int Range = 1 << 16;

    /// <summary>Sorts by key; pairs with equal keys keep their order.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="scratch">As long as <paramref name="pairs"/>.</param>
    /// <param name="inputs">All input numbers are below this.</param>
    /// <param name="variables">All context numbers are below this.</param>
    /// <param name="cancellationToken">Looked at every few ten thousand pairs.</param>
    public static void Sort(Span<PairEntry> pairs, Span<PairEntry> scratch, int inputs, int variables, CancellationToken cancellationToken = default)
    {
        if (IsSorted(pairs)) return;
        var low = Bits(variables);
        var bits = low + Bits(inputs);
        var passes = (bits + DigitBits - 1) / DigitBits;
        var digit = (bits + passes - 1) / passes;
        Span<int> starts = stackalloc int[1 << digit];
        var from = pairs;
        var to = scratch;
        for (var shift = 0; shift < bits; shift += digit)
        {
            if (!Distribute(from, to, starts, low, shift, cancellationToken)) continue;
            var sorted = to;
            to = from;
            from = sorted;
        }
        if (from != pairs) from.CopyTo(pairs);
    }

    /// <summary>One pass; false, and nothing moved, if all pairs have the same digit.</summary>
    private static bool Distribute(ReadOnlySpan<PairEntry> from, Span<PairEntry> to, Span<int> starts, int low, int shift, CancellationToken cancellationToken)
    {
        var mask = (uint)(starts.Length - 1);
        starts.Clear();
        for (var first = 0; first < from.Length; first += Range)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (ref readonly var pair in from.Slice(first, Math.Min(Range, from.Length - first))) starts[(int)Digit(pair.Key, low, shift, mask)]++;
        }
        var sum = 0;
        foreach (ref var start in starts)
        {
            if (start == from.Length) return false;
            (start, sum) = (sum, sum + start);
        }
        for (var first = 0; first < from.Length; first += Range)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (ref readonly var pair in from.Slice(first, Math.Min(Range, from.Length - first))) to[starts[(int)Digit(pair.Key, low, shift, mask)]++] = pair;
        }
        return true;
    }

    /// <summary>Closes the gap between the bits of the two numbers, then takes the digit.</summary>
    private static uint Digit(ulong key, int low, int shift, uint mask) => (uint)((((key >> 32) << low) | (uint)key) >> shift) & mask;

    private static bool IsSorted(ReadOnlySpan<PairEntry> pairs)
    {
        for (var i = 1; i < pairs.Length; i++)
            if (pairs[i].Key < pairs[i - 1].Key) return false;
        return true;
    }

    private static int Bits(int count) => 32 - BitOperations.LeadingZeroCount((uint)Math.Max(0, count - 1));
}
