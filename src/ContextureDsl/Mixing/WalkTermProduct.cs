using System.Numerics;
using System.Numerics.Tensors;
using ContextureDsl.Kernels;

namespace ContextureDsl.Mixing;

/// <summary>B = f(S) · scale over where the walk can end, S = B₁ J: the Horner scheme over the products with one step.</summary>
internal sealed class WalkTermProduct<T> : TermProduct<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly MixedOperator<T> _matrix;
    private readonly TermProduct<T> _step;
    private readonly WalkLayout _layout;
    private readonly T[] _probabilities;
    private readonly T[] _scales;
    private readonly T[] _endScales;
    private readonly int _number;

    /// <param name="matrix">For blocks.</param>
    /// <param name="step">One step.</param>
    /// <param name="layout">How it lies in the inputs.</param>
    /// <param name="number">The number of the first of three blocks of inputs.</param>
    public WalkTermProduct(MixedOperator<T> matrix, TermProduct<T> step, WalkLayout layout, int number)
    {
        _matrix = matrix;
        _step = step;
        _layout = layout;
        _number = number;
        _probabilities = [.. layout.Law.Probabilities.Select(T.CreateTruncating)];
        _scales = Array.ConvertAll(layout.Scales, T.CreateTruncating);
        _endScales = Array.ConvertAll(layout.EndScales, T.CreateTruncating);
    }

    public override int Variables => _layout.Ends.Length;

    public override void Apply(Block<T> from, int fromStart, Block<T> to, bool accumulate)
    {
        var start = Spread(from, fromStart);
        var sum = Evaluate(start, _probabilities, StepOn);
        if (accumulate) TensorPrimitives.Add<T>(to.Values, sum.Values, to.Values);
        else sum.Values.CopyTo(to.Values, 0);
    }

    public override void ApplyAdjoint(Block<T> from, Block<T> to, int toStart)
    {
        var sum = Evaluate(from, _probabilities, StepBack);
        for (var a = 0; a < _layout.Ends.Length; a++) TensorPrimitives.Multiply(sum.Row(_layout.Ends[a]), _endScales[a], to.Row(toStart + a));
    }

    /// <summary>The first step is what a new input is seen with; that it may stay where it is is left out, because it is no context value yet: J Σ_{k≥1} cₖ Sᵏ⁻¹ v / (1 − c₀).</summary>
    public override void CollectEntries(Block<T> from, int fromStart, EntrySums<T> entries)
    {
        var moves = 1 - _layout.Law.Probabilities[0];
        if (!(moves > 0)) return;
        var rest = Evaluate(Spread(from, fromStart), [.. _layout.Law.Probabilities.Skip(1).Select(probability => T.CreateTruncating(probability / moves))], StepOn);
        _step.CollectEntries(Taken(rest), 0, entries);
    }

    /// <summary>z = c_K g, then K times z = S z + cₖ g.</summary>
    private Block<T> Evaluate(Block<T> start, T[] probabilities, Action<Block<T>, Block<T>> step)
    {
        var (here, next) = (_matrix.InputBlock(_number + 1, start.Width), _matrix.InputBlock(_number + 2, start.Width));
        TensorPrimitives.Multiply<T>(start.Values, probabilities[^1], here.Values);
        for (var k = probabilities.Length - 2; k >= 0; k--)
        {
            step(here, next);
            TensorPrimitives.MultiplyAdd<T>(start.Values, probabilities[k], next.Values, next.Values);
            (here, next) = (next, here);
        }
        return here;
    }

    private void StepOn(Block<T> from, Block<T> to) => _step.Apply(Taken(from), 0, to, accumulate: false);

    private void StepBack(Block<T> from, Block<T> to)
    {
        var variables = _matrix.VariableBlock(_number, _step.Variables, from.Width);
        _step.ApplyAdjoint(from, variables, 0);
        Array.Clear(to.Values);
        for (var a = 0; a < _scales.Length; a++)
        {
            var target = to.Row(_layout.InputOfVariable[a]);
            TensorPrimitives.MultiplyAdd(variables.Row(a), _scales[a], target, target);
        }
    }

    private Block<T> Taken(Block<T> inputs)
    {
        var variables = _matrix.VariableBlock(_number, _step.Variables, inputs.Width);
        for (var a = 0; a < _scales.Length; a++) TensorPrimitives.Multiply(inputs.Row(_layout.InputOfVariable[a]), _scales[a], variables.Row(a));
        return variables;
    }

    private Block<T> Spread(Block<T> from, int fromStart)
    {
        var start = _matrix.InputBlock(_number, from.Width);
        Array.Clear(start.Values);
        for (var a = 0; a < _layout.Ends.Length; a++) TensorPrimitives.Multiply(from.Row(fromStart + a), _endScales[a], start.Row(_layout.Ends[a]));
        return start;
    }
}
