using System.Runtime.CompilerServices;

namespace ContextureDsl.Observation;

/// <summary>
/// Distinct pairs with their folded weights, in memory that depends on the distinct pairs only: pairs go to a buffer; a full buffer is sorted (stable) and
/// merged into the sorted pairs, folding equal ones in the order in which they came.
/// </summary>
/// <remarks>The buffer grows with what is stored, so that merging moves a bounded number of pairs per appended one. At most about 64 bytes per distinct pair.</remarks>
/// <param name="policy">How equal pairs are folded.</param>
/// <param name="inputs">Counts every appended pair by input, where a minimum count needs it.</param>
/// <param name="variables">Counts every appended pair by context value, where a minimum count needs it.</param>
/// <param name="smallestFull">Length at which the buffer stops growing on its own: 4 MiB, and as much to sort it, stay in or near the caches of a core.</param>
internal sealed class PairStore(Duplicates policy, Occurrences? inputs, Occurrences? variables, int smallestFull = 1 << 18)
{
    private const int FirstBuffer = 1 << 10;

    private PairEntry[] buffer = new PairEntry[Math.Min(FirstBuffer, smallestFull)];
    private PairEntry[] scratch = [];
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
        var larger = new PairEntry[Math.Min(Full, 2L * buffer.Length)];
        buffer.AsSpan(0, buffered).CopyTo(larger);
        buffer = larger;
        scratch = [];
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
        buffer = scratch = spare = [];
        if (repeats is not null)
            for (var i = 0; i < count; i++) stored[i].Weight /= repeats[i];
        return stored.AsSpan(0, count);
    }

    private void Compact(int inputCount, int variableCount)
    {
        if (buffered == 0) return;
        if (scratch.Length < buffer.Length) scratch = new PairEntry[buffer.Length];
        var run = PairSort.Sort(buffer.AsSpan(0, buffered), scratch.AsSpan(0, buffered), inputCount, variableCount);
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
        Reserve(ArrayLimit.Checked(CountMerged(run), "distinct pairs"));
        int from = 0, to = 0;
        for (var i = 0; i < run.Length;)
        {
            var key = run[i].Key;
            for (; from < count && stored[from].Key < key; from++, to++) Move(from, to);
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
        for (; from < count; from++, to++) Move(from, to);
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
    private void Move(int from, int to)
    {
        spare[to] = stored[from];
        if (repeats is not null) spareRepeats![to] = repeats[from];
    }

    private long CountMerged(ReadOnlySpan<PairEntry> run)
    {
        long merged = count;
        var at = 0;
        for (var i = 0; i < run.Length; i++)
        {
            var key = run[i].Key;
            if (i > 0 && run[i - 1].Key == key) continue;
            while (at < count && stored[at].Key < key) at++;
            if (at == count || stored[at].Key != key) merged++;
        }
        return merged;
    }

    /// <summary>Room for the merged pairs, with a quarter in reserve so that the next merges find it.</summary>
    private void Reserve(int merged)
    {
        if (spare.Length >= merged) return;
        spare = [];
        spare = new PairEntry[Math.Min(Array.MaxLength, merged + merged / 4L)];
        if (spareRepeats is not null) spareRepeats = new long[spare.Length];
    }
}
