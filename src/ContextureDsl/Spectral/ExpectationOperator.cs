using System.Numerics;
using ContextureDsl.Association;
using ContextureDsl.Kernels;

namespace ContextureDsl.Spectral;

/// <summary>
/// The deflated operator B̃ = Σⱼ (Sⱼ − constant pairs) on blocks of vectors: everything the decomposition knows of a context. B̃ is B = D_X^{-1/2} P⁺ D_A^{-1/2} without its
/// singular value 1, which is known in closed form: one pair (√p 1_C, √q 1_C)/√P(C) for every component C. Its singular values are the rest of the spectrum.
/// </summary>
/// <remarks>
/// Derived types multiply by the sparse factors Sⱼ (rows for B̃V, columns for B̃ᵀU); this type divides the work into fixed ranges, so that the bits do not
/// depend on the number of threads, removes the constant pairs and watches for cancellation. One product costs 2 nnz × width operations; it is bound by the
/// memory that the gathered rows come from. A part that is a walk has no non-zeros in its factor; this type multiplies by its polynomial. Not safe for concurrent calls.
/// </remarks>
public abstract class ExpectationOperator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int[] _rowRanges;
    private readonly (int Part, int First, int Last)[] _columnRanges;
    private readonly WalkProduct<T>?[] _walks;

    /// <summary>Takes the factors over.</summary>
    protected ExpectationOperator(IReadOnlyList<NormalisedFactor<T>> factors, ComponentMap components, int threads)
    {
        Factors = factors;
        Components = components;
        Threads = threads;
        Inputs = factors[0].Rows.Count;
        var starts = new int[factors.Count + 1];
        for (var part = 0; part < factors.Count; part++) starts[part + 1] = starts[part] + factors[part].Columns.Count;
        VariableStarts = starts;
        Constants = new ConstantPairs<T>(factors, starts, components);
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

    /// <summary>The components, whose constant pairs are removed.</summary>
    public ComponentMap Components { get; }

    /// <summary>Threads that share the work.</summary>
    public int Threads { get; }

    /// <summary>N.</summary>
    public int Inputs { get; }

    /// <summary>M, all parts together.</summary>
    public int Variables => VariableStarts[^1];

    /// <summary>Where the columns of each part start; one more entry than parts, the last is M.</summary>
    public IReadOnlyList<int> VariableStarts { get; }

    /// <summary>Block columns that met the operator or its adjoint so far.</summary>
    public long Products { get; private set; }

    /// <summary>The pairs of the singular value 1.</summary>
    internal ConstantPairs<T> Constants { get; }

    /// <summary>inputs = B̃ · variables.</summary>
    /// <param name="variables">M rows.</param>
    /// <param name="inputs">N rows of the same width; overwritten.</param>
    /// <param name="cancellationToken">Looked at before every range of work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled; <paramref name="inputs"/> is undefined then.</exception>
    public void Apply(Block<T> variables, Block<T> inputs, CancellationToken cancellationToken)
    {
        Check(variables, inputs);
        Products += variables.Width;
        var update = Constants.OfVariables(variables, Threads, cancellationToken);
        for (var part = 0; part < _walks.Length; part++) _walks[part]?.Apply(variables, VariableStarts[part], Threads, cancellationToken);
        Partition.ForEach(_rowRanges.Length - 1, Threads, cancellationToken, range =>
        {
            MultiplyRows(variables, inputs, _rowRanges[range], _rowRanges[range + 1]);
            foreach (var walk in _walks) walk?.AddRows(inputs, _rowRanges[range], _rowRanges[range + 1]);
            Constants.CompleteRows(update, inputs, _rowRanges[range], _rowRanges[range + 1]);
        });
    }

    /// <summary>variables = B̃ᵀ · inputs.</summary>
    /// <param name="inputs">N rows.</param>
    /// <param name="variables">M rows of the same width; overwritten.</param>
    /// <param name="cancellationToken">Looked at before every range of work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled; <paramref name="variables"/> is undefined then.</exception>
    public void ApplyAdjoint(Block<T> inputs, Block<T> variables, CancellationToken cancellationToken)
    {
        Check(variables, inputs);
        Products += inputs.Width;
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

    private void Check(Block<T> variables, Block<T> inputs)
    {
        if (variables.Rows != Variables) throw new ArgumentException($"The block over the context values has {variables.Rows} rows; the operator has {Variables} context values.", nameof(variables));
        if (inputs.Rows != Inputs) throw new ArgumentException($"The block over the inputs has {inputs.Rows} rows; the operator has {Inputs} inputs.", nameof(inputs));
        if (variables.Width != inputs.Width) throw new ArgumentException($"The blocks have {variables.Width} and {inputs.Width} columns; they must have the same number.", nameof(inputs));
    }
}
