using System.Numerics;
using System.Numerics.Tensors;
using ContextureDsl.Kernels;

namespace ContextureDsl.Mixing;

/// <summary>B(x, a) = Σⱼ wⱼ √(qⱼ(a)/q(a)) Bⱼ(x, a): every part takes its own context values out of the shared ones.</summary>
internal sealed class AverageProduct<T> : TermProduct<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly MixedOperator<T> _matrix;
    private readonly TermProduct<T>[] _parts;
    private readonly int[][] _columns;
    private readonly T[][] _scales;
    private readonly int _number;

    /// <param name="matrix">For blocks.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="layout">Where their columns are.</param>
    /// <param name="variables">M of the mix.</param>
    /// <param name="number">The number of the first of its blocks, one for the values of every part.</param>
    public AverageProduct(MixedOperator<T> matrix, TermProduct<T>[] parts, AverageLayout layout, int variables, int number)
    {
        _matrix = matrix;
        _parts = parts;
        _columns = layout.Columns;
        _scales = Array.ConvertAll(layout.Scales, scales => Array.ConvertAll(scales, T.CreateTruncating));
        Variables = variables;
        _number = number;
    }

    public override int Variables { get; }

    public override void Apply(Block<T> from, int fromStart, Block<T> to, bool accumulate)
    {
        for (var j = 0; j < _parts.Length; j++)
        {
            _parts[j].Apply(Own(j, from, fromStart), 0, to, accumulate);
            accumulate = true;
        }
    }

    public override void ApplyAdjoint(Block<T> from, Block<T> to, int toStart, bool accumulate)
    {
        if (!accumulate) to.Values.AsSpan(toStart * to.Width, Variables * to.Width).Clear();
        for (var j = 0; j < _parts.Length; j++)
        {
            var own = _matrix.VariableBlock(_number + j, _parts[j].Variables, from.Width);
            _parts[j].ApplyAdjoint(from, own, 0, accumulate: false);
            for (var a = 0; a < own.Rows; a++)
            {
                var target = Row(to, toStart + _columns[j][a]);
                TensorPrimitives.MultiplyAdd(Row(own, a), _scales[j][a], target, target);
            }
        }
    }

    public override void CollectEntries(Block<T> from, int fromStart, EntrySums<T> entries)
    {
        for (var j = 0; j < _parts.Length; j++) _parts[j].CollectEntries(Own(j, from, fromStart), 0, entries);
    }

    private Block<T> Own(int part, Block<T> from, int fromStart)
    {
        var own = _matrix.VariableBlock(_number + part, _parts[part].Variables, from.Width);
        _matrix.ForRows(own.Rows, (first, last) =>
        {
            for (var a = first; a < last; a++) TensorPrimitives.Multiply(Row(from, fromStart + _columns[part][a]), _scales[part][a], Row(own, a));
        });
        return own;
    }

    private static Span<T> Row(Block<T> block, int row) => block.Values.AsSpan(row * block.Width, block.Width);
}
