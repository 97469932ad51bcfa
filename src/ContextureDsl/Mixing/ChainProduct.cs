using System.Numerics;
using System.Numerics.Tensors;
using ContextureDsl.Kernels;

namespace ContextureDsl.Mixing;

/// <summary>B = K₁ … K_m B_last, Kᵢ = BᵢBᵢᵀ, factor by factor; without a last one the context values are the inputs.</summary>
/// <param name="matrix">For blocks.</param>
/// <param name="through">What is gone through and back.</param>
/// <param name="last">What is seen at the end; null for an input.</param>
/// <param name="number">The number of its block of inputs.</param>
/// <param name="factors">The numbers of the blocks of context values: one for every factor, and the same for equal ones.</param>
internal sealed class ChainProduct<T>(MixedOperator<T> matrix, TermProduct<T>[] through, TermProduct<T>? last, int number, int[] factors) : TermProduct<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override int Variables => last?.Variables ?? matrix.Inputs;

    public override void Apply(Block<T> from, int fromStart, Block<T> to, bool accumulate)
    {
        if (through.Length == 0)
        {
            Copy(from, fromStart, to, 0, accumulate);
            return;
        }
        var here = Start(from, fromStart, toFactor: 0);
        ThereAndBack(0, here, to, accumulate);
    }

    public override void ApplyAdjoint(Block<T> from, Block<T> to, int toStart)
    {
        var here = from;
        for (var i = 0; i < through.Length; i++)
        {
            var next = matrix.InputBlock(number, from.Width);
            ThereAndBack(i, here, next, accumulate: false);
            here = next;
        }
        if (last is null) Copy(here, 0, to, toStart, accumulate: false);
        else last.ApplyAdjoint(here, to, toStart);
    }

    public override void CollectEntries(Block<T> from, int fromStart, EntrySums<T> entries)
    {
        // A new input is not among the context values of the identity.
        if (through.Length == 0) return;
        var there = There(0, Start(from, fromStart, toFactor: 0));
        through[0].CollectEntries(there, 0, entries);
    }

    /// <summary>K_{toFactor+1} … K_m B_last · from.</summary>
    private Block<T> Start(Block<T> from, int fromStart, int toFactor)
    {
        var here = matrix.InputBlock(number, from.Width);
        if (last is null) Copy(from, fromStart, here, 0, accumulate: false);
        else last.Apply(from, fromStart, here, accumulate: false);
        for (var i = through.Length - 1; i > toFactor; i--) ThereAndBack(i, here, here, accumulate: false);
        return here;
    }

    private void ThereAndBack(int factor, Block<T> from, Block<T> to, bool accumulate) => through[factor].Apply(There(factor, from), 0, to, accumulate);

    private Block<T> There(int factor, Block<T> from)
    {
        var there = matrix.VariableBlock(factors[factor], through[factor].Variables, from.Width);
        through[factor].ApplyAdjoint(from, there, 0);
        return there;
    }

    private void Copy(Block<T> from, int fromStart, Block<T> to, int toStart, bool accumulate)
    {
        var length = matrix.Inputs * from.Width;
        var values = from.Values.AsSpan(fromStart * from.Width, length);
        var target = to.Values.AsSpan(toStart * to.Width, length);
        if (accumulate) TensorPrimitives.Add(target, values, target);
        else values.CopyTo(target);
    }
}
