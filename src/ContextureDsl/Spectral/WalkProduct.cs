using System.Numerics;
using System.Numerics.Tensors;
using ContextureDsl.Kernels;

namespace ContextureDsl.Spectral;

/// <summary>Products with a polynomial of a sparse matrix by the Horner scheme, step by step: as many passes over the pairs as the walk has steps at most.</summary>
/// <remarks>Rows are shared out in fixed ranges in every step, so that the bits do not depend on the number of threads. Holds three blocks over the states. Not safe for concurrent calls.</remarks>
internal sealed class WalkProduct<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly WalkFactor<T> _factor;
    private readonly int[] _stateOfRow;
    private readonly int[] _ranges;
    private readonly int[] _adjointRanges;
    private Block<T> _start = new(0, 0);
    private Block<T> _current = new(0, 0);
    private Block<T> _next = new(0, 0);

    /// <param name="factor">The polynomial.</param>
    /// <param name="inputs">N.</param>
    public WalkProduct(WalkFactor<T> factor, int inputs)
    {
        _factor = factor;
        _stateOfRow = new int[inputs];
        Array.Fill(_stateOfRow, -1);
        for (var state = 0; state < factor.RowOfState.Length; state++) _stateOfRow[factor.RowOfState[state]] = state;
        _ranges = WorkRanges.Of(factor.Rows.Count, state => factor.Rows.Offsets[state]);
        _adjointRanges = WorkRanges.Of(factor.Columns.Count, state => factor.Columns.Offsets[state]);
    }

    /// <summary>f(S) · scale · V; <see cref="AddRows"/> hands it out.</summary>
    public void Apply(Block<T> variables, int start, int threads, CancellationToken cancellationToken)
    {
        Resize(variables.Width);
        Array.Clear(_start.Values);
        for (var a = 0; a < _factor.StateOfVariable.Length; a++) Scaled(variables.Row(start + a), _factor.Scale[a], _start.Row(_factor.StateOfVariable[a]));
        Evaluate(_factor.Rows, _ranges, threads, cancellationToken);
    }

    /// <summary>f(Sᵀ) · U; <see cref="SetVariables"/> hands it out, scaled.</summary>
    public void ApplyAdjoint(Block<T> inputs, int threads, CancellationToken cancellationToken)
    {
        Resize(inputs.Width);
        for (var state = 0; state < _factor.RowOfState.Length; state++) inputs.Row(_factor.RowOfState[state]).CopyTo(_start.Row(state));
        Evaluate(_factor.Columns, _adjointRanges, threads, cancellationToken);
    }

    /// <summary>Adds the result to the rows first ≤ x &lt; last of the inputs.</summary>
    public void AddRows(Block<T> inputs, int first, int last)
    {
        for (var x = first; x < last; x++)
        {
            if (_stateOfRow[x] < 0) continue;
            var result = _current.Row(_stateOfRow[x]);
            var sum = inputs.Row(x);
            TensorPrimitives.Add(sum, result, sum);
        }
    }

    /// <summary>Writes the scaled result to the rows start + first … start + last of the context values.</summary>
    public void SetVariables(Block<T> variables, int start, int first, int last)
    {
        for (var a = first; a < last; a++) Scaled(_current.Row(_factor.StateOfVariable[a]), _factor.Scale[a], variables.Row(start + a));
    }

    /// <summary>Adds the scaled result to the same rows.</summary>
    public void AddVariables(Block<T> variables, int start, int first, int last)
    {
        for (var a = first; a < last; a++)
        {
            var sum = variables.Row(start + a);
            TensorPrimitives.MultiplyAdd(_current.Row(_factor.StateOfVariable[a]), _factor.Scale[a], sum, sum);
        }
    }

    // z = c_K g, then K times z = S z + c_k g.
    private void Evaluate(SparseRows<T> step, int[] ranges, int threads, CancellationToken cancellationToken)
    {
        var last = _factor.Probabilities.Length - 1;
        Scaled(_start.Values, _factor.Probabilities[last], _current.Values);
        for (var k = last - 1; k >= 0; k--)
        {
            var probability = _factor.Probabilities[k];
            Partition.ForEach(ranges.Length - 1, threads, cancellationToken, range =>
            {
                var (from, to) = (ranges[range], ranges[range + 1]);
                var numbers = (from * _start.Width)..(to * _start.Width);
                Scaled(_start.Values.AsSpan(numbers), probability, _next.Values.AsSpan(numbers));
                RowGather.MultiplyAnyWidth(step, _current, 0, _next, 0, from, to, accumulate: true);
            });
            (_current, _next) = (_next, _current);
        }
    }

    private void Resize(int width)
    {
        if (_start.Width == width) return;
        var states = _factor.RowOfState.Length;
        (_start, _current, _next) = (new(states, width), new(states, width), new(states, width));
    }

    private static void Scaled(ReadOnlySpan<T> values, T factor, Span<T> results) => TensorPrimitives.Multiply(values, factor, results);
}
