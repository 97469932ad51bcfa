using System.Runtime.CompilerServices;

namespace ContextureDsl.Observation;

/// <summary>
/// Distinct pairs with their folded weights, in memory that depends on the distinct pairs only: pairs go to a buffer; a full buffer is sorted (stable) and
/// merged into the sorted pairs, folding equal ones in the order in which they came.
/// </summary>
/// <remarks>
/// The buffer grows with what is stored, so that merging moves a bounded number of pairs per appended one. At most about 48 bytes per distinct pair are alive,
/// and 32 MiB. Measured against folding into an open-addressing table: as fast for a million distinct pairs, faster for fifty million, where a table
/// misses the caches and the page tables with every event.
/// </remarks>
/// <param name="policy">How equal pairs are folded.</param>
/// <param name="inputs">Counts every appended pair by input, where a minimum count needs it.</param>
/// <param name="variables">Counts every appended pair by context value, where a minimum count needs it.</param>
/// <param name="smallestFull">Length up to which the buffer grows even while few pairs are stored; smaller ones measured slower.</param>
/// <param name="cancellationToken">Looked at every few ten thousand pairs while sorting and merging; the store is of no use afterwards.</param>
internal sealed class PairStore(Duplicates policy, Occurrences? inputs, Occurrences? variables, int smallestFull = 1 << 20, CancellationToken cancellationToken = default)
{
    private const int CheckMask = (1 << 16) - 1;
    private const int FirstBuffer = 1 << 10;
    private const string What = "distinct pairs";

    private PairEntry[] buffer = new PairEntry[Math.Min(FirstBuffer, smallestFull)];
    private int buffered;

    private PairEntry[] stored = [];
    private PairEntry[] spare = [];
    private int count;

    /// <summary>How often each stored pair came; for the mean only.</summary>
    private long[]? repeats = policy == Duplicates.Mean ? [] : null;
    private long[]? spareRepeats = policy == Duplicates.Mean ? [] : null;

    private int Full => Math.Max(smallestFull, count / 2);

    public bool IsFull => buffered == buffer.Length;

    /// <summary>Appends; if the store is full, <see cref="MakeRoom"/> comes first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(int input, int variable, double weight) => buffer[buffered++] = new(PairEntry.KeyOf(input, variable), weight);

    /// <summary>Empties or enlarges a full buffer.</summary>
    /// <param name="inputCount">All input numbers are below this.</param>
    /// <param name="variableCount">All context numbers are below this.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void MakeRoom(int inputCount, int variableCount)
    {
        if (buffer.Length >= Full) Compact(inputCount, variableCount);
        if (buffer.Length >= Full) return;
        var larger = GC.AllocateUninitializedArray<PairEntry>((int)Math.Min(Full, 2L * buffer.Length));
        buffer.AsSpan(0, buffered).CopyTo(larger);
        buffer = larger;
    }

    /// <summary>Multiplies all weights by 2^exponent.</summary>
    public void Shift(long exponent)
    {
        foreach (ref var pair in buffer.AsSpan(0, buffered)) pair.Weight = HalfLifeScale.Shift(pair.Weight, exponent);
        foreach (ref var pair in stored.AsSpan(0, count)) pair.Weight = HalfLifeScale.Shift(pair.Weight, exponent);
    }

    /// <summary>All pairs, sorted and folded; nothing is appended afterwards.</summary>
    public Span<PairEntry> Finish(int inputCount, int variableCount)
    {
        Compact(inputCount, variableCount);
        buffer = spare = [];
        if (repeats is not null)
            for (var i = 0; i < count; i++) stored[i].Weight /= repeats[i];
        return stored.AsSpan(0, count);
    }

    private void Compact(int inputCount, int variableCount)
    {
        if (buffered == 0) return;
        Reserve();
        var run = buffer.AsSpan(0, buffered);
        PairSort.Sort(run, spare.AsSpan(0, buffered), inputCount, variableCount, cancellationToken);
        if (inputs is not null || variables is not null)
            foreach (ref readonly var pair in run)
            {
                inputs?.Add(pair.Input);
                variables?.Add(pair.Variable);
            }
        Merge(run);
        buffered = 0;
    }

    private void Merge(ReadOnlySpan<PairEntry> run)
    {
        int from = 0, to = 0;
        for (var i = 0; i < run.Length;)
        {
            var key = run[i].Key;
            while (from < count && stored[from].Key < key) MoveNext(ref from, ref to);
            if ((to & CheckMask) == 0) cancellationToken.ThrowIfCancellationRequested();
            if (to == spare.Length) throw TableSizeException.Of(to, What);
            var repeat = 1L;
            double weight;
            if (from < count && stored[from].Key == key)
            {
                weight = stored[from].Weight;
                if (repeats is not null) repeat = repeats[from];
                from++;
            }
            else weight = run[i++].Weight;
            for (; i < run.Length && run[i].Key == key; i++, repeat++) weight = Fold(weight, run[i].Weight);
            spare[to] = new(key, weight);
            if (spareRepeats is not null) spareRepeats[to] = repeat;
            to++;
        }
        if (count - from > spare.Length - to) throw TableSizeException.Of((long)to + count - from, What);
        while (from < count) MoveNext(ref from, ref to);
        (stored, spare, count) = (spare, stored, to);
        (repeats, spareRepeats) = (spareRepeats, repeats);
    }

    private double Fold(double sofar, double weight) => policy switch
    {
        Duplicates.Once => sofar,
        Duplicates.Largest => Math.Max(sofar, weight),
        _ => sofar + weight,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void MoveNext(ref int from, ref int to)
    {
        if ((to & CheckMask) == 0) cancellationToken.ThrowIfCancellationRequested();
        spare[to] = stored[from];
        if (repeats is not null) spareRepeats![to] = repeats[from];
        from++;
        to++;
    }

    /// <summary>Room for what is stored and all that is buffered; pages that are never written cost nothing. Before it holds the result, it serves the sort.</summary>
    private void Reserve()
    {
        var needed = Math.Min(Array.MaxLength, (long)count + buffered);
        if (spare.Length >= needed) return;
        spare = [];
        spare = GC.AllocateUninitializedArray<PairEntry>((int)needed);
        if (spareRepeats is not null) spareRepeats = GC.AllocateUninitializedArray<long>((int)needed);
    }
}
