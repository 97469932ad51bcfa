using ContextureDsl.Kernels;
using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>Keeps inputs with their features and ends in the law by which inputs lead to inputs.</summary>
/// <remarks>
/// Rows of the law sum to one, so that P_X is uniform. An input that was there when learning is recognised among new rows, so that a law without the input itself
/// gives it the same row again.
/// </remarks>
internal sealed class FeatureCollector<TRow, TInput> : Collector<TInput, TRow, TInput>
    where TInput : notnull
{
    private readonly FeatureKind<TRow, TInput> kind;
    private readonly CountScope scope;
    private readonly FittedFeatures<TInput>? fitted;
    private readonly FeatureStore<TInput> store;

    public FeatureCollector(FeatureKind<TRow, TInput> kind, CountScope scope)
    {
        this.kind = kind;
        this.scope = scope;
        fitted = (FittedFeatures<TInput>?)scope.Fitted;
        store = new(scope, fitted?.Points.Width ?? 0);
    }

    /// <inheritdoc/>
    public override void AddFiltered() => store.AddFiltered();

    /// <inheritdoc/>
    public override bool Accepts(double weight, long index) => store.Accepts(weight, index);

    /// <inheritdoc/>
    public override void Add(TInput first, TRow second) => store.Add(first, kind.Numbers(second));

    /// <inheritdoc/>
    public override ObservedPart<TInput> Finish()
    {
        var points = store.Points();
        var scaler = fitted is null && kind.IsStandardised ? FeatureScaler.Of(points) : fitted?.Scaler;
        scaler?.Apply(points);
        store.RequireComparable(points);
        var state = fitted ?? new(scaler, store.Inputs, points);
        var law = FeatureLaws.Of(kind.Law, new(state.Points, points, Selves(state), scope, state.Inputs.Describe, store.Inputs.Describe));

        // New rows may lead to inputs that nobody led to when learning: whoever embeds them does not know those values, and says so.
        var (variables, columns) = fitted is null ? Variables(law) : (state.Inputs, law.Columns);
        var table = new PairTable(points.Rows, variables.Count, law.Offsets, columns, law.Weights);
        return new ObservedPart<TInput, TInput>(store.Inputs, variables, table, store.Summary()) { Estimation = kind.Estimation, Fitted = state };
    }

    private int[] Selves(FittedFeatures<TInput> state)
    {
        var selves = new int[store.Inputs.Count];
        for (var x = 0; x < selves.Length; x++)
            if (!state.Inputs.TryIndex(store.Inputs[x], out selves[x])) selves[x] = -1;
        return selves;
    }

    /// <summary>The inputs that some input leads to, and the law in their numbers.</summary>
    private (Alphabet<TInput> Variables, int[] Columns) Variables(LawRows law)
    {
        var numbers = new int[store.Inputs.Count];
        foreach (var column in law.Columns) numbers[column] = 1;
        var kept = new List<int>(numbers.Length);
        for (var a = 0; a < numbers.Length; a++)
        {
            if (numbers[a] == 0) continue;
            numbers[a] = kept.Count;
            kept.Add(a);
        }
        return kept.Count == numbers.Length ? (store.Inputs, law.Columns) : (store.Inputs.Keep(kept.ToArray()), Array.ConvertAll(law.Columns, column => numbers[column]));
    }
}
