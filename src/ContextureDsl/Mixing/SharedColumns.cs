using System.Numerics;
using System.Numerics.Tensors;
using ContextureDsl.Kernels;

namespace ContextureDsl.Mixing;

/// <summary>The context values that the parts of an untagged mix share, in one precision: B(x, a) = Σⱼ wⱼ √(qⱼ(a)/q(a)) Bⱼ(x, a), so every part takes its own out of them.</summary>
/// <param name="layout">Where they are.</param>
internal sealed class SharedColumns<T>(AverageLayout layout)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[][] _scales = Array.ConvertAll(layout.Scales, scales => Array.ConvertAll(scales, T.CreateTruncating));

    /// <summary>M of the mix.</summary>
    public int Count { get; } = layout.Columns.Max(columns => columns.Max()) + 1;

    /// <summary>own[a] = scale · from[fromStart + place of a], for a range of the part's own values.</summary>
    public void Take(int part, Block<T> from, int fromStart, Block<T> own, int first, int last)
    {
        var (places, scales) = (layout.Columns[part], _scales[part]);
        for (var a = first; a < last; a++) TensorPrimitives.Multiply(from.Row(fromStart + places[a]), scales[a], own.Row(a));
    }

    /// <summary>to[toStart + place of a] += scale · own[a]. A part has every place once, so that ranges never meet.</summary>
    public void Give(int part, Block<T> own, Block<T> to, int toStart, int first, int last)
    {
        var (places, scales) = (layout.Columns[part], _scales[part]);
        for (var a = first; a < last; a++)
        {
            var target = to.Row(toStart + places[a]);
            TensorPrimitives.MultiplyAdd(own.Row(a), scales[a], target, target);
        }
    }
}
