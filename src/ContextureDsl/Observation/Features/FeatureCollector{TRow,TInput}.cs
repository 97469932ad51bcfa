using ContextureDsl.Kernels;
using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>Keeps inputs with their features and ends in the law by which inputs lead to inputs.</summary>
/// <remarks>
/// Rows of the law sum to one, so that P_X is uniform. An input that was there when learning is recognised among new rows, so that a law without the input itself
/// gives it the same row again.
/// </remarks>
internal sealed class FeatureCollector<TRow, TInput> : FeatureRowsCollector<TRow, TInput>
    where TInput : notnull
{
    private readonly FeatureKind<TRow, TInput> kind;
    private readonly FittedFeatures<TInput>? fitted;

    public FeatureCollector(FeatureKind<TRow, TInput> kind, CountScope scope) : base(kind.Numbers, scope, ((FittedFeatures<TInput>?)scope.Fitted)?.Points.Width ?? 0)
    {
        this.kind = kind;
        fitted = (FittedFeatures<TInput>?)scope.Fitted;
    }

    /// <inheritdoc/>
    public override ObservedPart<TInput> Finish()
    {
        var points = Store.Points();
        var scaler = fitted is null && kind.IsStandardised ? FeatureScaler.Of(points) : fitted?.Scaler;
        scaler?.Apply(points);
        Store.RequireComparable(points);
        var state = fitted ?? new(scaler, Store.Inputs, points);
        var law = FeatureLaws.Of(kind.Law, new(state.Points, points, Selves(state), Scope, state.Inputs.Describe, Store.Inputs.Describe));

        // New rows may lead to inputs that nobody led to when learning: whoever embeds them does not know those values, and says so.
        var (variables, columns) = fitted is null ? Variables(law) : (state.Inputs, law.Columns);
        var table = new PairTable(points.Rows, variables.Count, law.Offsets, columns, law.Weights);
        return new ObservedPart<TInput, TInput>(Store.Inputs, variables, table, Store.Summary()) { Estimation = kind.Estimation, Fitted = state };
    }

    private int[] Selves(FittedFeatures<TInput> state)
    {
        var selves = new int[Store.Inputs.Count];
        for (var x = 0; x < selves.Length; x++)
            if (!state.Inputs.TryIndex(Store.Inputs[x], out selves[x])) selves[x] = -1;
        return selves;
    }

    /// <summary>The inputs that some input leads to, and the law in their numbers.</summary>
    private (Alphabet<TInput> Variables, int[] Columns) Variables(LawRows law)
    {
        var numbers = new int[Store.Inputs.Count];
        foreach (var column in law.Columns) numbers[column] = 1;
        var kept = new List<int>(numbers.Length);
        for (var a = 0; a < numbers.Length; a++)
        {
            if (numbers[a] == 0) continue;
            numbers[a] = kept.Count;
            kept.Add(a);
        }
        return kept.Count == numbers.Length ? (Store.Inputs, law.Columns) : (Store.Inputs.Keep(kept.ToArray()), Array.ConvertAll(law.Columns, column => numbers[column]));
    }
}
