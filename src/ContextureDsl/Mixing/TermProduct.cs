using System.Numerics;
using ContextureDsl.Kernels;

namespace ContextureDsl.Mixing;

/// <summary>Products with the matrix B of one term of a mix. Its columns may lie anywhere in a block over context values.</summary>
internal abstract class TermProduct<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>M of the term.</summary>
    public abstract int Variables { get; }

    /// <summary>to (+)= B · from[fromStart …].</summary>
    public abstract void Apply(Block<T> from, int fromStart, Block<T> to, bool accumulate);

    /// <summary>to[toStart …] = Bᵀ · from.</summary>
    public abstract void ApplyAdjoint(Block<T> from, Block<T> to, int toStart);

    /// <summary>B · from = Σₖ Bₖ yₖ over the parts that stand first: adds every yₖ.</summary>
    public abstract void CollectEntries(Block<T> from, int fromStart, EntrySums<T> entries);
}
