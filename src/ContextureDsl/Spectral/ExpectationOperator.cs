using System.Numerics;
using ContextureDsl.Association;
using ContextureDsl.Kernels;

namespace ContextureDsl.Spectral;

/// <summary>The deflated operator of contexts that stand side by side, one or a convex mix: B̃ = Σⱼ (Sⱼ − constant pairs).</summary>
/// <remarks>
/// Derived types multiply by the sparse factors Sⱼ (rows for B̃V, columns for B̃ᵀU); this type divides the work into fixed ranges, so that the bits do not
/// depend on the number of threads, removes the constant pairs and watches for cancellation. One product costs 2 nnz × width operations; it is bound by the
/// memory that the gathered rows come from. A part that is a walk has no non-zeros in its factor; this type multiplies by its polynomial.
/// </remarks>
public abstract class ExpectationOperator<T> : DeflatedOperator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int[] _rowRanges;
    private readonly (int Part, int First, int Last)[] _columnRanges;
    private readonly WalkProduct<T>?[] _walks;

    /// <summary>Takes the factors over.</summary>
    protected ExpectationOperator(IReadOnlyList<NormalisedFactor<T>> factors, ComponentMap components, int threads) : base(new ConstantPairs<T>(factors, Starts(factors), components), components, threads)
    {
        Factors = factors;
        VariableStarts = Starts(factors);
        _walks = [.. factors.Select(factor => factor.Walk is { } walk ? new WalkProduct<T>(walk, Inputs) : null)];
        _rowRanges = WorkRanges.Of(Inputs, x => factors.Sum(factor => factor.Rows.Offsets[x]));
        _columnRanges = [.. Enumerable.Range(0, factors.Count).SelectMany(part =>
        {
            var ranges = WorkRanges.Of(factors[part].Columns.Count, a => factors[part].Columns.Offsets[a]);
            return Enumerable.Range(0, ranges.Length - 1).Select(i => (part, ranges[i], ranges[i + 1]));
        })];
    }

    /// <summary>The parts; their columns stand side by side.</summary>
    public IReadOnlyList<NormalisedFactor<T>> Factors { get; }

    /// <summary>Where the columns of each part start; one more entry than parts, the last is M.</summary>
    public IReadOnlyList<int> VariableStarts { get; }

    internal override long Work => Factors.Sum(factor => factor.Work);

    private protected override void Multiply(Block<T> variables, Block<T> inputs, CancellationToken cancellationToken)
    {
        var update = Constants.OfVariables(variables, Threads, cancellationToken);
        for (var part = 0; part < _walks.Length; part++) _walks[part]?.Apply(variables, VariableStarts[part], Threads, cancellationToken);
        Partition.ForEach(_rowRanges.Length - 1, Threads, cancellationToken, range =>
        {
            MultiplyRows(variables, inputs, _rowRanges[range], _rowRanges[range + 1]);
            foreach (var walk in _walks) walk?.AddRows(inputs, _rowRanges[range], _rowRanges[range + 1]);
            Constants.CompleteRows(update, inputs, _rowRanges[range], _rowRanges[range + 1]);
        });
    }

    private protected override void MultiplyAdjoint(Block<T> inputs, Block<T> variables, CancellationToken cancellationToken)
    {
        var update = Constants.OfInputs(inputs, Threads, cancellationToken);
        foreach (var walk in _walks) walk?.ApplyAdjoint(inputs, Threads, cancellationToken);
        Partition.ForEach(_columnRanges.Length, Threads, cancellationToken, range =>
        {
            var (part, first, last) = _columnRanges[range];
            if (_walks[part] is { } walk) walk.SetVariables(variables, VariableStarts[part], first, last);
            else MultiplyColumns(part, inputs, variables, first, last);
            Constants.CompleteColumns(update, part, variables, first, last);
        });
    }

    /// <summary>Rows first ≤ x &lt; last of inputs = Σⱼ Sⱼ · variablesⱼ, overwritten, where variablesⱼ are the rows of part j.</summary>
    protected abstract void MultiplyRows(Block<T> variables, Block<T> inputs, int first, int last);

    /// <summary>Rows VariableStarts[part] + a of variables = row a of Sⱼᵀ · inputs for first ≤ a &lt; last, overwritten.</summary>
    protected abstract void MultiplyColumns(int part, Block<T> inputs, Block<T> variables, int first, int last);

    private static int[] Starts(IReadOnlyList<NormalisedFactor<T>> factors)
    {
        var starts = new int[factors.Count + 1];
        for (var part = 0; part < factors.Count; part++) starts[part + 1] = starts[part] + factors[part].Columns.Count;
        return starts;
    }
}
