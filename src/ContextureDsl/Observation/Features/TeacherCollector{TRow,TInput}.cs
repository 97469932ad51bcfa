using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>Keeps what a teacher says of the inputs and ends in the operator with these singular functions and values.</summary>
/// <remarks>
/// P(a|x) = (1 + Σᵢ sᵢ μᵢ(x) νᵢ(a)) / (r + 1) with r orthonormal functions ν over r + 1 values a, all equally probable: Helmert contrasts. Rows sum to one and
/// columns to the same mass, so that the normalised table is √p √qᵀ + Σ sᵢ uᵢ vᵢᵀ exactly. Entries may be negative: what follows needs the sums only.
/// </remarks>
internal sealed class TeacherCollector<TRow, TInput> : FeatureRowsCollector<TRow, TInput>
    where TInput : notnull
{
    /// <summary>An entry below this share of the mean is zero but for rounding: where a target has two values, the corners then are the two components that they should be.</summary>
    private const double Rounding = 1e-14;

    /// <summary>In the largest differences that were learnt from. A function may have 1e-16 of the largest singular value, so that vectors then are finite in single precision.</summary>
    private const double LargestSpread = 1e18;

    private readonly TeacherKind<TRow, TInput> kind;
    private readonly FittedTeacher? fitted;

    public TeacherCollector(TeacherKind<TRow, TInput> kind, CountScope scope) : base(kind.Numbers, scope, ((FittedTeacher?)scope.Fitted)?.Functions.Outputs ?? 0)
    {
        this.kind = kind;
        fitted = (FittedTeacher?)scope.Fitted;
    }

    /// <inheritdoc/>
    public override ObservedPart<TInput> Finish()
    {
        var outputs = Store.Points();
        var state = fitted ?? Fit(TeacherFunctions.Of(outputs, kind.Threshold, Scope));
        state.Functions.Scale(outputs);
        Store.RequireComparable(outputs, LargestSpread);
        var count = state.Functions.Count;
        var offsets = new int[outputs.Rows + 1];
        var pairs = ArrayLimit.Checked((long)outputs.Rows * (count + 1), "pairs of inputs and functions");
        var (columns, weights) = (new int[pairs], new double[pairs]);
        var (functions, law) = (new double[count], new double[count + 1]);
        var next = 0;
        for (var x = 0; x < outputs.Rows; x++)
        {
            if (x % 1024 == 0) Scope.CancellationToken.ThrowIfCancellationRequested();
            state.Functions.Evaluate(outputs.Values.AsSpan(x * outputs.Width, outputs.Width), functions);
            Law(functions, law);
            for (var a = 0; a <= count; a++)
            {
                if (Math.Abs(law[a]) < Rounding / law.Length) continue;
                (columns[next], weights[next]) = (a, law[a]);
                next++;
            }
            offsets[x + 1] = next;
        }
        var table = new PairTable(outputs.Rows, count + 1, offsets, columns[..next], weights[..next]);
        return new ObservedPart<TInput, Corner>(Store.Inputs, state.Corners, table, Store.Summary()) { Estimation = kind.Estimation, Fitted = state, IsOperator = true };
    }

    /// <summary>(1 + Σᵢ fᵢ νᵢ(a)) / (r + 1): νᵢ is √(r + 1) / √(i (i + 1)) below i, −i times that at i, and zero above, for i = 1, …, r.</summary>
    private static void Law(ReadOnlySpan<double> functions, Span<double> law)
    {
        law.Fill(1.0 / law.Length);
        var root = Math.Sqrt(law.Length);
        for (var i = 1; i < law.Length; i++)
        {
            var step = functions[i - 1] / (root * Math.Sqrt(i * (i + 1.0)));
            for (var a = 0; a < i; a++) law[a] += step;
            law[i] -= i * step;
        }
    }

    private static FittedTeacher Fit(TeacherFunctions functions)
    {
        var corners = new DictionaryAlphabet<Corner>();
        for (var a = 0; a <= functions.Count; a++) corners.Number(new(a));
        return new(functions, corners);
    }
}
