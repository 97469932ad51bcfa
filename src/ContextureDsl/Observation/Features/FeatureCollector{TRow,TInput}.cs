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
        var state = fitted;
        var scaler = fitted is null && kind.IsStandardised ? FeatureScaler.Of(points) : fitted?.Scaler;
        scaler?.Apply(points);
        var law = FeatureLaws.Of(kind.Law, Query(points));
        state ??= Fit(scaler, points, law);
        return new ObservedPart<TInput, TInput>(store.Inputs, state.Variables, Table(law, state), store.Summary()) { Estimation = kind.Estimation, Fitted = state };
    }

    private FeatureQuery Query(Block<double> points)
    {
        var training = fitted?.Inputs ?? store.Inputs;
        var selves = new int[points.Rows];
        for (var x = 0; x < selves.Length; x++)
            if (!training.TryIndex(store.Inputs[x], out selves[x])) selves[x] = -1;
        return new(fitted?.Points ?? points, points, selves, scope, training.Describe, store.Inputs.Describe);
    }

    private FittedFeatures<TInput> Fit(FeatureScaler? scaler, Block<double> points, LawRows law)
    {
        var isVariable = new bool[points.Rows];
        foreach (var column in law.Columns) isVariable[column] = true;
        var variableOf = new int[points.Rows];
        var kept = new List<int>(points.Rows);
        for (var a = 0; a < variableOf.Length; a++)
        {
            variableOf[a] = isVariable[a] ? kept.Count : -1;
            if (isVariable[a]) kept.Add(a);
        }
        return new(scaler, store.Inputs, points, kept.Count == points.Rows ? store.Inputs : store.Inputs.Keep(kept.ToArray()), variableOf);
    }

    /// <summary>The law over the values of A; what leads elsewhere, which new rows can do, is left out.</summary>
    private PairTable Table(LawRows law, FittedFeatures<TInput> state)
    {
        var offsets = new int[law.Offsets.Length];
        var kept = 0;
        for (var x = 0; x + 1 < offsets.Length; x++)
        {
            for (var i = law.Offsets[x]; i < law.Offsets[x + 1]; i++)
            {
                var variable = state.VariableOf[law.Columns[i]];
                if (variable < 0) continue;
                (law.Columns[kept], law.Weights[kept]) = (variable, law.Weights[i]);
                kept++;
            }
            offsets[x + 1] = kept;
        }
        var (columns, weights) = kept == law.Columns.Length ? (law.Columns, law.Weights) : (law.Columns[..kept], law.Weights[..kept]);
        return new(store.Inputs.Count, state.Variables.Count, offsets, columns, weights);
    }
}
