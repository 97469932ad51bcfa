using System.Numerics;
using ContextureDsl.Kernels;

namespace ContextureDsl.Mixing;

/// <summary>B(x, a) = Σⱼ wⱼ √(qⱼ(a)/q(a)) Bⱼ(x, a): every part takes its own context values out of the shared ones.</summary>
/// <param name="matrix">For the shared values and for blocks.</param>
/// <param name="parts">The parts.</param>
/// <param name="average">Its number among the untagged mixes.</param>
/// <param name="number">The number of the first of its blocks, one for the values of every part.</param>
internal sealed class AverageProduct<T>(MixedOperator<T> matrix, TermProduct<T>[] parts, int average, int number) : TermProduct<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override int Variables => matrix.SharedOf(average);

    public override void Apply(Block<T> from, int fromStart, Block<T> to, bool accumulate)
    {
        for (var j = 0; j < parts.Length; j++) parts[j].Apply(Taken(j, from, fromStart), 0, to, accumulate || j > 0);
    }

    public override void ApplyAdjoint(Block<T> from, Block<T> to, int toStart)
    {
        for (var j = 0; j < parts.Length; j++)
        {
            var own = Own(j, from.Width);
            parts[j].ApplyAdjoint(from, own, 0);
            matrix.Give(average, j, own, to, toStart, accumulate: j > 0);
        }
    }

    public override void CollectEntries(Block<T> from, int fromStart, EntrySums<T> entries)
    {
        for (var j = 0; j < parts.Length; j++) parts[j].CollectEntries(Taken(j, from, fromStart), 0, entries);
    }

    private Block<T> Taken(int part, Block<T> from, int fromStart)
    {
        var own = Own(part, from.Width);
        matrix.Take(average, part, from, fromStart, own);
        return own;
    }

    private Block<T> Own(int part, int width) => matrix.VariableBlock(number + part, parts[part].Variables, width);
}
