using ContextureDsl.Observation;
using ContextureDsl.Tree;

namespace ContextureDsl.Tests.Observation;

/// <summary>Counts rows both ways: interpreted from a declaration, and with the building blocks in the form in which they are emitted.</summary>
internal static class Counting
{
    public static readonly CountScope Plain = new(Duplicates.Sum, null, 1, 1, "orders", "o => o.X", "o => o.A", "o => o.Weight");

    public static Events<T> Source<T>() => new(new SourceNode(0, "orders", typeof(T)));

    public static ObservedPart<TInput> Interpret<T, TInput, TVariable>(ObservedContext<T, TInput, TVariable> context, CountScope scope, IEnumerable<T> rows)
        where TInput : notnull
        where TVariable : notnull =>
        Count(new InterpretedCounter<T, TInput, TVariable>((ObservedNode<T, TInput, TVariable>)context.Node, scope), rows);

    public static ObservedPart<int> Interpret(CountScope scope, IEnumerable<Row> rows)
    {
        var context = Source<Row>().Where(r => r.X >= 0).Input(r => r.X).Context(r => r.A).Weight(r => r.Weight).Time(r => r.Time, scope.HalfLife);
        return Interpret(context, scope, rows);
    }

    public static ObservedPart<int> InterpretMany(CountScope scope, IEnumerable<Row> rows)
    {
        var context = Source<Row>().InputMany(r => r.Xs!).ContextMany(r => r.As!).Weight(r => r.Weight).Time(r => r.Time, scope.HalfLife);
        return Interpret(context, scope, rows);
    }

    public static ObservedPart<int> Accumulate(CountScope scope, IEnumerable<Row> rows) => Count(new SingleCounter(scope), rows);

    public static ObservedPart<int> AccumulateMany(CountScope scope, IEnumerable<Row> rows) => Count(new ManyCounter(scope), rows);

    public static ObservedPart<TInput> Count<T, TInput>(PartCounter<T, TInput> counter, IEnumerable<T> rows)
        where TInput : notnull
    {
        var index = 0L;
        foreach (var row in rows) counter.Add(row, index++);
        return counter.Finish();
    }

    /// <summary>What came out, as text that shows every bit: two parts are the same exactly if the texts are.</summary>
    public static string Bits<TInput>(ObservedPart<TInput> part)
        where TInput : notnull
    {
        var table = part.Table;
        var lines = new List<string> { $"{table.Inputs} x {table.Variables}", part.Summary.ToString(), string.Join(' ', table.RowOffsets) };
        for (var x = 0; x < table.Inputs; x++)
            for (var i = table.RowOffsets[x]; i < table.RowOffsets[x + 1]; i++)
                lines.Add($"{part.Inputs[x]} {part.VariableAlphabet.Describe(table.Columns[i])} {table.Columns[i]} {BitConverter.DoubleToInt64Bits(table.Weights[i]):x}");
        return string.Join('\n', lines);
    }

    /// <summary>The weights by pair of values.</summary>
    public static Dictionary<(int X, int A), double> Weights(ObservedPart<int> part)
    {
        var weights = new Dictionary<(int, int), double>();
        for (var x = 0; x < part.Table.Inputs; x++)
            for (var i = part.Table.RowOffsets[x]; i < part.Table.RowOffsets[x + 1]; i++)
                weights.Add((part.Inputs[x], ((Alphabet<int>)part.VariableAlphabet)[part.Table.Columns[i]]), part.Table.Weights[i]);
        return weights;
    }

    private sealed class SingleCounter : PartCounter<Row, int>
    {
        private readonly HashAlphabet<int, BitsKeys<int>> inputs = new();
        private readonly HashAlphabet<int, BitsKeys<int>> variables = new();
        private readonly PairAccumulator<int, int> pairs;

        public SingleCounter(CountScope scope) => pairs = new(inputs, variables, scope);

        public override void Add(Row row, long index)
        {
            if (!(row.X >= 0))
            {
                pairs.AddFiltered();
                return;
            }
            if (!pairs.Accepts(row.Weight, row.Time, index)) return;
            pairs.Add(inputs.Number(row.X), variables.Number(row.A));
        }

        public override ObservedPart<int> Finish() => pairs.Finish();
    }

    private sealed class ManyCounter : PartCounter<Row, int>
    {
        private readonly HashAlphabet<int, BitsKeys<int>> inputs = new();
        private readonly HashAlphabet<int, BitsKeys<int>> variables = new();
        private readonly RowValues<int> rowInputs = new();
        private readonly RowValues<int> rowVariables = new();
        private readonly PairAccumulator<int, int> pairs;

        public ManyCounter(CountScope scope) => pairs = new(inputs, variables, scope);

        public override void Add(Row row, long index)
        {
            if (!pairs.Accepts(row.Weight, row.Time, index)) return;
            pairs.AddEach(rowInputs.Of(row.Xs ?? throw pairs.NullInputs()), rowVariables.Of(row.As ?? throw pairs.NullVariables()));
        }

        public override ObservedPart<int> Finish() => pairs.Finish();
    }
}
