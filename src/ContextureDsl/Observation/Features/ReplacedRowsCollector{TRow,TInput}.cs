using ContextureDsl.Kernels;
using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>Keeps inputs with their numbers; in the end enumerates the law of every input over the product of the columns' values.</summary>
internal sealed class ReplacedRowsCollector<TRow, TInput> : FeatureRowsCollector<TRow, TInput>
    where TInput : notnull
{
    private const int MostPairs = 1 << 24;

    private readonly CorruptionKind<TRow, TInput> kind;
    private readonly FittedColumns? fitted;
    private readonly DictionaryAlphabet<FeatureRow> views = new();

    public ReplacedRowsCollector(CorruptionKind<TRow, TInput> kind, CountScope scope) : base(kind.Numbers, scope, ((FittedColumns?)scope.Fitted)?.Values.Length ?? 0)
    {
        this.kind = kind;
        fitted = (FittedColumns?)scope.Fitted;
    }

    /// <inheritdoc/>
    /// <exception cref="TableSizeException">The columns have so many values that the views cannot be enumerated.</exception>
    public override ObservedPart<TInput> Finish()
    {
        var points = Store.Points();
        var scaler = fitted is null && kind.IsStandardised ? FeatureScaler.Of(points) : fitted?.Scaler;
        scaler?.Apply(points);
        var state = fitted ?? Columns(scaler, points);
        RequireRoom(points, state);
        var pairs = new PairStore(Duplicates.Sum, null, null, cancellationToken: Scope.CancellationToken);
        var outcomes = new (double, double)[points.Width][];
        for (var x = 0; x < points.Rows; x++)
        {
            Scope.CancellationToken.ThrowIfCancellationRequested();
            for (var column = 0; column < outcomes.Length; column++) outcomes[column] = Outcomes(state, column, points.Values[(x * points.Width) + column]);
            Enumerate(outcomes, (view, probability) =>
            {
                var variable = views.Number(new(view));
                if (pairs.IsFull) pairs.MakeRoom(points.Rows, views.Count);
                pairs.Append(x, variable, probability);
            });
        }
        var part = (ObservedPart<TInput, FeatureRow>)PartFinish.Of(Scope, new(), Store.Inputs, views, pairs.Finish(points.Rows, views.Count), null, null);
        return new ObservedPart<TInput, FeatureRow>(part.Inputs, part.Variables, part.Table, Store.Summary()) { Estimation = kind.Estimation, Fitted = state };
    }

    private delegate void ViewTaker(ReadOnlySpan<double> view, double probability);

    /// <summary>What a column can hold after the replacement: kept with 1 − r, replaced by a value with r times its share. A value that is in no training row is only ever kept.</summary>
    private (double Value, double Probability)[] Outcomes(FittedColumns state, int column, double own)
    {
        var rate = kind.Corruption.Rate;
        var values = state.Values[column];
        var outcomes = new List<(double, double)>(values.Length + 1);
        var isKnown = false;
        for (var i = 0; i < values.Length; i++)
        {
            var isOwn = values[i] == own;
            isKnown |= isOwn;
            var probability = (rate * state.Shares[column][i]) + (isOwn ? 1 - rate : 0);
            if (probability > 0) outcomes.Add((values[i], probability));
        }
        if (!isKnown && rate < 1) outcomes.Add((own, 1 - rate));
        return [.. outcomes];
    }

    /// <summary>All views, the last column changing fastest, with the products of their probabilities.</summary>
    private static void Enumerate((double Value, double Probability)[][] outcomes, ViewTaker take)
    {
        var chosen = new int[outcomes.Length];
        var view = new double[outcomes.Length];

        // Of the columns before each; the last is that of the view.
        var probabilities = new double[outcomes.Length + 1];
        probabilities[0] = 1;
        for (var changed = 0; changed >= 0;)
        {
            for (var column = changed; column < chosen.Length; column++)
            {
                (view[column], var probability) = outcomes[column][chosen[column]];
                probabilities[column + 1] = probabilities[column] * probability;
            }
            take(view, probabilities[^1]);
            changed = chosen.Length - 1;
            while (changed >= 0 && ++chosen[changed] == outcomes[changed].Length) chosen[changed--] = 0;
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
            $"Discrete() after {kind.Corruption.Step} ({Scope.Variable}) promises columns with few values, but the {points.Width} columns have {string.Join(", ", state.Values.Take(8).Select(values => values.Length))}{(points.Width > 8 ? ", …" : "")} distinct values: {views:G4} views for each of {points.Rows} inputs, where at most {MostPairs} pairs are enumerated. Declare fewer or coarser columns, or use Quantise."));
    }
}
