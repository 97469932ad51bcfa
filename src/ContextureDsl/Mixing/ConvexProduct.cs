using System.Numerics;
using System.Numerics.Tensors;
using ContextureDsl.Kernels;

namespace ContextureDsl.Mixing;

/// <summary>B = [√w₁ B₁ | √w₂ B₂ | …]: the parts add to the same inputs. A weight that is not in the numbers of its parts multiplies the context values.</summary>
/// <param name="matrix">For blocks.</param>
/// <param name="parts">The parts, with √w where it is still to be multiplied and 1 elsewhere.</param>
/// <param name="number">The number of the first of its blocks, one for the scaled values of every part.</param>
internal sealed class ConvexProduct<T>(MixedOperator<T> matrix, IReadOnlyList<(T Scale, TermProduct<T> Product)> parts, int number) : TermProduct<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override int Variables { get; } = parts.Sum(part => part.Product.Variables);

    public override void Apply(Block<T> from, int fromStart, Block<T> to, bool accumulate)
    {
        for (var j = 0; j < parts.Count; j++)
        {
            var product = parts[j].Product;
            var (block, start) = Scaled(j, from, fromStart);
            product.Apply(block, start, to, accumulate);
            fromStart += product.Variables;
            accumulate = true;
        }
    }

    public override void ApplyAdjoint(Block<T> from, Block<T> to, int toStart, bool accumulate)
    {
        for (var j = 0; j < parts.Count; j++)
        {
            var (scale, product) = parts[j];
            if (scale == T.One) product.ApplyAdjoint(from, to, toStart, accumulate);
            else
            {
                var block = matrix.VariableBlock(number + j, product.Variables, from.Width);
                product.ApplyAdjoint(from, block, 0, accumulate: false);
                var target = to.Values.AsSpan(toStart * to.Width, block.Values.Length);
                if (accumulate) TensorPrimitives.MultiplyAdd(block.Values, scale, target, target);
                else TensorPrimitives.Multiply(block.Values, scale, target);
            }
            toStart += product.Variables;
        }
    }

    public override void CollectEntries(Block<T> from, int fromStart, EntrySums<T> entries)
    {
        for (var j = 0; j < parts.Count; j++)
        {
            var product = parts[j].Product;
            var (block, start) = Scaled(j, from, fromStart);
            product.CollectEntries(block, start, entries);
            fromStart += product.Variables;
        }
    }

    private (Block<T> Block, int Start) Scaled(int part, Block<T> from, int fromStart)
    {
        var (scale, product) = parts[part];
        if (scale == T.One) return (from, fromStart);
        var block = matrix.VariableBlock(number + part, product.Variables, from.Width);
        TensorPrimitives.Multiply(from.Values.AsSpan(fromStart * from.Width, block.Values.Length), scale, block.Values);
        return (block, 0);
    }
}
