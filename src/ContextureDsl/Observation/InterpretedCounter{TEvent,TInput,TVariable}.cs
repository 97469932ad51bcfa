using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>The plain counter: calls the declaration's delegates, one dictionary for the pairs. What emitted counters must agree with, bit by bit.</summary>
/// <remarks>
/// Memory: about 60 bytes per distinct pair; with a half-life 24 bytes per counted pair besides, since weights are known only when the latest row is.
/// </remarks>
/// <param name="node">The observed context.</param>
/// <param name="scope">The resolved policies of this call.</param>
public sealed class InterpretedCounter<TEvent, TInput, TVariable>(ObservedNode<TEvent, TInput, TVariable> node, CountScope scope) : PartCounter<TEvent, TInput>
    where TInput : notnull
    where TVariable : notnull
{
    private readonly IReadOnlyList<Func<TEvent, bool>> filters = node.Filters();
    private readonly HalfLifeScale? scale = scope.HalfLife is { } halfLife ? new(halfLife) : null;
    private readonly DictionaryAlphabet<TInput> inputs = new();
    private readonly DictionaryAlphabet<TVariable> variables = new();
    private readonly Occurrences? inputCounts = scope.MinimumInput > 1 ? new() : null;
    private readonly Occurrences? variableCounts = scope.MinimumVariable > 1 ? new() : null;
    private readonly RowTally tally = new();
    private readonly Dictionary<(int Input, int Variable), Pair> pairs = [];
    private readonly List<(int Input, int Variable, double Significand, long Exponent)> aged = [];

    private sealed class Pair
    {
        public double Weight;
        public long Repeats;
        public long FirstEvent;
    }

    /// <inheritdoc/>
    public override void Add(TEvent row, long index)
    {
        foreach (var filter in filters)
            if (!filter(row))
            {
                tally.Filtered++;
                return;
            }
        var weight = node.WeightOf?.Invoke(row) ?? 1;
        var time = node.TimeOf?.Invoke(row);
        if (!(weight >= 0) || double.IsInfinity(weight)) throw InvalidWeightException.At(scope, index, weight);
        if (weight == 0)
        {
            tally.Weightless++;
            return;
        }
        var rowInputs = Inputs(row, index);
        var rowVariables = Variables(row, index);
        if (rowInputs.Count == 0 || rowVariables.Count == 0)
        {
            tally.Empty++;
            return;
        }
        foreach (var value in rowInputs) _ = value ?? throw NullInput(index);
        foreach (var value in rowVariables) _ = value ?? throw NullVariable(index);
        tally.Events++;
        if (time is { } at) tally.At(at);
        var numbers = rowVariables.ConvertAll(variables.Number);
        foreach (var value in rowInputs)
        {
            var input = inputs.Number(value);
            foreach (var variable in numbers) Add(input, variable, weight, (double)rowInputs.Count * rowVariables.Count, time, index);
        }
    }

    /// <inheritdoc/>
    public override ObservedPart<TInput> Finish()
    {
        var heaviest = aged.Count == 0 ? 0 : aged.Max(pair => pair.Exponent);
        foreach (var (input, variable, significand, exponent) in aged) Fold(input, variable, HalfLifeScale.Shift(significand, exponent - heaviest), index: -1);
        var entries = new List<PairEntry>(pairs.Count);
        foreach (var ((input, variable), pair) in pairs)
        {
            var weight = scope.Duplicates == Duplicates.Mean ? pair.Weight / pair.Repeats : pair.Weight;
            if (scale is not null) weight = scale.Final(weight, heaviest, tally.Latest!.Value);
            entries.Add(new(PairEntry.KeyOf(input, variable), weight));
        }
        entries.Sort((left, right) => left.Key.CompareTo(right.Key));
        return PartFinish.Of(scope, tally, inputs, variables, entries.ToArray(), inputCounts, variableCounts);
    }

    private void Add(int input, int variable, double weight, double shares, DateTimeOffset? time, long index)
    {
        inputCounts?.Add(input);
        variableCounts?.Add(variable);
        if (scope.Duplicates == Duplicates.Reject && pairs.TryGetValue((input, variable), out var first))
            throw DuplicatePairException.At(scope, index, first.FirstEvent, inputs.Describe(input), variables.Describe(variable));
        if (scale is null)
        {
            Fold(input, variable, weight / shares, index);
            return;
        }
        var (significand, exponent) = scale.Aged(weight, time!.Value);
        aged.Add((input, variable, significand / shares, exponent));
        if (scope.Duplicates == Duplicates.Reject) pairs.Add((input, variable), new() { FirstEvent = index });
    }

    private void Fold(int input, int variable, double weight, long index)
    {
        if (!pairs.TryGetValue((input, variable), out var pair)) pairs.Add((input, variable), pair = new() { FirstEvent = index });
        pair.Weight = (pair.Repeats++, scope.Duplicates) switch
        {
            (0, _) => weight,
            (_, Duplicates.Once) => pair.Weight,
            (_, Duplicates.Largest) => Math.Max(pair.Weight, weight),
            _ => pair.Weight + weight,
        };
    }

    private List<TInput> Inputs(TEvent row, long index) =>
        node.InputOf is { } one ? [one(row) ?? throw NullInput(index)]
        : [.. node.InputsOf!(row) ?? throw NullKeyException.List(scope, index, scope.Input, "inputs")];

    private List<TVariable> Variables(TEvent row, long index) =>
        node.VariableOf is { } one ? [one(row) ?? throw NullVariable(index)]
        : [.. node.VariablesOf!(row) ?? throw NullKeyException.List(scope, index, scope.Variable, "context values")];

    private NullKeyException NullInput(long index) => NullKeyException.Value(scope, index, scope.Input, "input");

    private NullKeyException NullVariable(long index) => NullKeyException.Value(scope, index, scope.Variable, "context value");
}
