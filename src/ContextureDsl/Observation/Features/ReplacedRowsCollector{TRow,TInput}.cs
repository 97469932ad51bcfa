using ContextureDsl.Kernels;
using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>Keeps inputs with their numbers; in the end enumerates the law of every input over the product of the columns' values.</summary>
internal sealed class ReplacedRowsCollector<TRow, TInput> : Collector<TInput, TRow, TInput>
    where TInput : notnull
{
    private const int MostPairs = 1 << 24;

    private readonly CorruptionKind<TRow, TInput> kind;
    private readonly CountScope scope;
    private readonly FittedColumns? fitted;
    private readonly FeatureStore<TInput> store;
    private readonly DictionaryAlphabet<FeatureRow> views = new();

    public ReplacedRowsCollector(CorruptionKind<TRow, TInput> kind, CountScope scope)
    {
        this.kind = kind;
        this.scope = scope;
        fitted = (FittedColumns?)scope.Fitted;
        store = new(scope, fitted?.Values.Length ?? 0);
    }

    /// <inheritdoc/>
    public override void AddFiltered() => store.AddFiltered();

    /// <inheritdoc/>
    public override bool Accepts(double weight, long index) => store.Accepts(weight, index);

    /// <inheritdoc/>
    public override void Add(TInput first, TRow second) => store.Add(first, kind.Numbers(second));

    /// <inheritdoc/>
    /// <exception cref="TableSizeException">The columns have so many values that the views cannot be enumerated.</exception>
    public override ObservedPart<TInput> Finish()
    {
        var points = store.Points();
        var scaler = fitted is null && kind.IsStandardised ? FeatureScaler.Of(points) : fitted?.Scaler;
        scaler?.Apply(points);
        var state = fitted ?? Columns(scaler, points);
        RequireRoom(points, state);
        var pairs = new PairStore(Duplicates.Sum, null, null, cancellationToken: scope.CancellationToken);
        for (var x = 0; x < points.Rows; x++)
        {
            scope.CancellationToken.ThrowIfCancellationRequested();
            var row = points.Values.AsSpan(x * points.Width, points.Width);
            Enumerate(state, row, 0, new double[row.Length], 1, (view, probability) =>
            {
                var variable = views.Number(new(view));
                if (pairs.IsFull) pairs.MakeRoom(points.Rows, views.Count);
                pairs.Append(x, variable, probability);
            });
        }
        var part = (ObservedPart<TInput, FeatureRow>)PartFinish.Of(scope, new(), store.Inputs, views, pairs.Finish(points.Rows, views.Count), null, null);
        return new ObservedPart<TInput, FeatureRow>(part.Inputs, part.Variables, part.Table, store.Summary()) { Estimation = kind.Estimation, Fitted = state };
    }

    private delegate void ViewTaker(ReadOnlySpan<double> view, double probability);

    /// <summary>All views of a row, column by column: kept with 1 − r, replaced by a value with r times its share. A value that is in no training row is only ever kept.</summary>
    private void Enumerate(FittedColumns state, ReadOnlySpan<double> row, int column, double[] view, double probability, ViewTaker take)
    {
        if (column == row.Length)
        {
            take(view, probability);
            return;
        }
        var (rate, values, own) = (kind.Corruption.Rate, state.Values[column], row[column]);
        var isKnown = false;
        for (var i = 0; i < values.Length; i++)
        {
            var isOwn = values[i] == own;
            isKnown |= isOwn;
            Go(values[i], (rate * state.Shares[column][i]) + (isOwn ? 1 - rate : 0), row);
        }
        if (!isKnown) Go(own, 1 - rate, row);

        void Go(double value, double factor, ReadOnlySpan<double> row)
        {
            if (factor == 0) return;
            view[column] = value;
            Enumerate(state, row, column + 1, view, probability * factor, take);
        }
    }

    private static FittedColumns Columns(FeatureScaler? scaler, Block<double> points)
    {
        var (values, shares) = (new double[points.Width][], new double[points.Width][]);
        for (var column = 0; column < points.Width; column++)
        {
            var counts = new SortedDictionary<double, int>();
            for (var x = 0; x < points.Rows; x++)
            {
                var number = points.Values[(x * points.Width) + column];
                counts[number] = counts.GetValueOrDefault(number) + 1;
            }
            values[column] = [.. counts.Keys];
            shares[column] = [.. counts.Values.Select(count => (double)count / points.Rows)];
        }
        return new(scaler, values, shares);
    }

    private void RequireRoom(Block<double> points, FittedColumns state)
    {
        if (kind.Corruption.Rate == 0) return;
        var views = 1.0;
        foreach (var values in state.Values) views *= values.Length;
        if (points.Rows * views <= MostPairs) return;
        throw new TableSizeException(FormattableString.Invariant(
            $"Discrete() after {kind.Corruption.Step} ({scope.Variable}) promises columns with few values, but the {points.Width} columns have {string.Join(", ", state.Values.Take(8).Select(values => values.Length))}{(points.Width > 8 ? ", …" : "")} distinct values: {views:G4} views for each of {points.Rows} inputs, where at most {MostPairs} pairs are enumerated. Declare fewer or coarser columns, or use Quantise."));
    }
}
