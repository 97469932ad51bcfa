using System.Runtime.CompilerServices;

namespace ContextureDsl.Observation;

/// <summary>Counts pairs for emitted code: accepts or refuses each row's weight, takes numbers, and ends in the table of distinct pairs.</summary>
/// <remarks>
/// <para>For every row, in this order: <see cref="AddFiltered"/> if a Where fails; otherwise <c>Accepts</c>; if it says yes, and only then, number the
/// values and <see cref="Add"/> the pair, or <see cref="AddEach"/> the lists. A value whose row is refused gets no number. One value in a row:</para>
/// <code>
/// private sealed class TogetherCounter : PartCounter&lt;Order, string&gt;
/// {
///     private readonly HashAlphabet&lt;string, StringKeys&gt; inputs = new();
///     private readonly HashAlphabet&lt;Guid, BitsKeys&lt;Guid&gt;&gt; variables = new();
///     private readonly PairAccumulator&lt;string, Guid&gt; pairs;
///
///     public TogetherCounter(CountScope scope) => pairs = new(inputs, variables, scope);
///
///     public override void Add(Order row, long index)
///     {
///         if (!(row.Quantity > 0)) { pairs.AddFiltered(); return; }
///         if (!pairs.Accepts(row.Price, row.At, index)) return;                // without a time: Accepts(row.Price, index), without a weight: Accepts(1, index)
///         pairs.Add(inputs.Number(row.Product ?? throw pairs.NullInput()), variables.Number(row.Basket));
///     }
///
///     public override ObservedPart&lt;string> Finish() => pairs.Finish();
/// }
/// </code>
/// <para>Several values in a row; a side with one value is a span of one, and a null list is an error, not an empty one:</para>
/// <code>
///     private readonly RowValues&lt;string> tags = new();
///     …
///     if (!pairs.Accepts(1, index)) return;
///     pairs.AddEach([row.Product ?? throw pairs.NullInput()], tags.Of(row.Tags ?? throw pairs.NullVariables()));
/// </code>
/// <para>Duplicate pairs are folded in the order of the events, so the weights have the same bits as the interpreter's. Cost per pair: a few nanoseconds to
/// append, and a stable radix sort. Memory: at most about 48 bytes per distinct pair while counting, however many rows there are, and 40 more
/// where duplicates are rejected or averaged.</para>
/// </remarks>
public sealed class PairAccumulator<TInput, TVariable>
    where TInput : notnull
    where TVariable : notnull
{
    // A sum of 2^63 rows of less than 2^902 is finite.
    private const int LargestExponent = 900;

    private readonly GrowingAlphabet<TInput> inputs;
    private readonly GrowingAlphabet<TVariable> variables;
    private readonly CountScope scope;
    private readonly RowTally tally = new();
    private readonly Occurrences? inputCounts;
    private readonly Occurrences? variableCounts;
    private readonly PairStore store;
    private readonly HalfLifeScale? scale;
    private readonly Dictionary<ulong, long>? firstSeen;

    private long index;
    private double weight;
    private DateTimeOffset time;
    private bool isTimed;

    /// <summary>Stored weights are relative to 2^reference; the heaviest row so far has the exponent <see cref="heaviest"/>.</summary>
    private long reference = long.MinValue;
    private long heaviest = long.MinValue;

    private int[] rowVariables = [];

    /// <summary>Starts with empty alphabets.</summary>
    /// <param name="inputs">Numbers the inputs.</param>
    /// <param name="variables">Numbers the context values.</param>
    /// <param name="scope">The policies of this call.</param>
    public PairAccumulator(GrowingAlphabet<TInput> inputs, GrowingAlphabet<TVariable> variables, CountScope scope)
    {
        this.inputs = inputs;
        this.variables = variables;
        this.scope = scope;
        inputCounts = scope.MinimumInput > 1 ? new() : null;
        variableCounts = scope.MinimumVariable > 1 ? new() : null;
        store = new(scope.Duplicates, inputCounts, variableCounts, cancellationToken: scope.CancellationToken);
        scale = scope.HalfLife is { } halfLife ? new(halfLife) : null;
        firstSeen = scope.Duplicates == Duplicates.Reject ? [] : null;
    }

    /// <summary>Counts a row that a Where left out.</summary>
    public void AddFiltered() => tally.Filtered++;

    /// <summary>Whether the row counts; false, and noted, if its weight is zero.</summary>
    /// <param name="weight">The row's weight; 1 where none is declared.</param>
    /// <param name="index">Its position in the source, for messages.</param>
    /// <exception cref="InvalidWeightException">The weight is negative, NaN or infinite.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Accepts(double weight, long index)
    {
        this.index = index;
        this.weight = weight;
        return weight is > 0 and <= double.MaxValue || Refuse();
    }

    /// <inheritdoc cref="Accepts(double, long)"/>
    /// <param name="weight">The row's weight before forgetting; 1 where none is declared.</param>
    /// <param name="time">When the row happened.</param>
    /// <param name="index">Its position in the source, for messages.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Accepts(double weight, DateTimeOffset time, long index)
    {
        this.time = time;
        isTimed = true;
        return Accepts(weight, index);
    }

    /// <summary>Counts the accepted row as one pair.</summary>
    /// <exception cref="DuplicatePairException">The pair was seen before and duplicates are rejected.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int input, int variable)
    {
        tally.Events++;
        Append(input, variable, isTimed ? Timed() : weight);
    }

    /// <summary>Counts the accepted row as two pairs, each with its whole weight.</summary>
    /// <exception cref="DuplicatePairException">A pair was seen before and duplicates are rejected.</exception>
    public void AddBoth((int Input, int Variable) one, (int Input, int Variable) other)
    {
        tally.Events++;
        var whole = isTimed ? Timed() : weight;
        Append(one.Input, one.Variable, whole);
        Append(other.Input, other.Variable, whole);
    }

    /// <summary>
    /// Counts the accepted row as all pairs of its inputs with its context values, its weight shared equally; a value that stands there twice makes two pairs,
    /// which are duplicates like any others. A row with an empty list is noted and not counted.
    /// </summary>
    /// <exception cref="NullKeyException">A value is null.</exception>
    /// <exception cref="DuplicatePairException">A pair was seen before, be it in the same row, and duplicates are rejected.</exception>
    public void AddEach(ReadOnlySpan<TInput> rowInputs, ReadOnlySpan<TVariable> rowVariables)
    {
        if (rowInputs.IsEmpty || rowVariables.IsEmpty)
        {
            tally.Empty++;
            return;
        }
        foreach (var value in rowInputs)
            if (value is null) throw NullInput();
        foreach (var value in rowVariables)
            if (value is null) throw NullVariable();
        tally.Events++;
        var share = (isTimed ? Timed() : weight) / ((double)rowInputs.Length * rowVariables.Length);
        var numbers = Numbers(rowVariables);
        foreach (var value in rowInputs)
        {
            var input = inputs.Number(value);
            foreach (var variable in numbers) Append(input, variable, share);
        }
    }

    /// <summary>The error for the accepted row's input that is null.</summary>
    public NullKeyException NullInput() => NullKeyException.Value(scope, index, scope.Input, "input");

    /// <summary>The error for the accepted row's context value that is null.</summary>
    public NullKeyException NullVariable() => NullKeyException.Value(scope, index, scope.Variable, "context value");

    /// <summary>The error for the accepted row's list of inputs that is null.</summary>
    public NullKeyException NullInputs() => NullKeyException.List(scope, index, scope.Input, "inputs");

    /// <summary>The error for the accepted row's list of context values that is null.</summary>
    public NullKeyException NullVariables() => NullKeyException.List(scope, index, scope.Variable, "context values");

    /// <summary>Ends the counting; called once.</summary>
    /// <exception cref="EmptyObservationException">No row gave a pair, or the minimum counts left none.</exception>
    /// <exception cref="InvalidWeightException">The weights sum to more than a double holds.</exception>
    /// <exception cref="TableSizeException">There are more distinct pairs than an array can hold.</exception>
    public ObservedPart<TInput> Finish()
    {
        var pairs = store.Finish(inputs.Count, variables.Count);
        if (scale is not null && tally.Latest is { } latest)
            foreach (ref var pair in pairs)
                pair.Weight = scale.Final(HalfLifeScale.Shift(pair.Weight, reference - heaviest), heaviest, latest);
        return PartFinish.Of(scope, tally, inputs, variables, pairs, inputCounts, variableCounts);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(int input, int variable, double weight)
    {
        if (firstSeen is not null) RequireFirst(input, variable);
        if (store.IsFull) store.MakeRoom(inputs.Count, variables.Count);
        store.Append(input, variable, weight);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Refuse()
    {
        if (weight != 0) throw InvalidWeightException.At(scope, index, weight);
        tally.Weightless++;
        return false;
    }

    /// <summary>Notes the row's time and gives its weight relative to the reference, which moves on where the weight would leave the range.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private double Timed()
    {
        tally.At(time);
        if (scale is null) return weight;
        var (significand, exponent) = scale.Aged(weight, time);
        if (heaviest == long.MinValue) reference = exponent;
        heaviest = Math.Max(heaviest, exponent);
        if (exponent - reference > LargestExponent)
        {
            store.Shift(reference - exponent);
            reference = exponent;
        }
        return HalfLifeScale.Shift(significand, exponent - reference);
    }

    private void RequireFirst(int input, int variable)
    {
        if (!firstSeen!.TryAdd(PairEntry.KeyOf(input, variable), index))
            throw DuplicatePairException.At(scope, index, firstSeen[PairEntry.KeyOf(input, variable)], inputs.Describe(input), variables.Describe(variable));
    }

    private ReadOnlySpan<int> Numbers(ReadOnlySpan<TVariable> values)
    {
        if (rowVariables.Length < values.Length) rowVariables = new int[Math.Max(values.Length, 2 * rowVariables.Length)];
        for (var i = 0; i < values.Length; i++) rowVariables[i] = variables.Number(values[i]);
        return rowVariables.AsSpan(0, values.Length);
    }
}
