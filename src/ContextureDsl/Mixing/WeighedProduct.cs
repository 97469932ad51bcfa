using System.Numerics;
using ContextureDsl.Kernels;

namespace ContextureDsl.Mixing;

/// <summary>√w B of a part of a tagged mix whose weight is not in the numbers of its parts: it multiplies the context values.</summary>
/// <param name="matrix">For the weight and for a block.</param>
/// <param name="part">The part.</param>
/// <param name="weight">The number of its weight among those that are left.</param>
/// <param name="number">The number of its block.</param>
internal sealed class WeighedProduct<T>(MixedOperator<T> matrix, TermProduct<T> part, int weight, int number) : TermProduct<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override int Variables => part.Variables;

    public override void Apply(Block<T> from, int fromStart, Block<T> to, bool accumulate) => part.Apply(Weighed(from, fromStart), 0, to, accumulate);

    public override void ApplyAdjoint(Block<T> from, Block<T> to, int toStart)
    {
        var own = Own(from.Width);
        part.ApplyAdjoint(from, own, 0);
        matrix.Weigh(weight, own, to, toStart);
    }

    public override void CollectEntries(Block<T> from, int fromStart, EntrySums<T> entries) => part.CollectEntries(Weighed(from, fromStart), 0, entries);

    private Block<T> Weighed(Block<T> from, int fromStart)
    {
        var own = Own(from.Width);
        matrix.Weigh(weight, from, fromStart, own);
        return own;
    }

    private Block<T> Own(int width) => matrix.VariableBlock(number, Variables, width);
}
