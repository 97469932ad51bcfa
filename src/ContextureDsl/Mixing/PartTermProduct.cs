using System.Numerics;
using ContextureDsl.Kernels;

namespace ContextureDsl.Mixing;

/// <summary>A part by itself.</summary>
internal sealed class PartTermProduct<T>(MixedOperator<T> matrix, int part) : TermProduct<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override int Variables => matrix.VariablesOf(part);

    public override void Apply(Block<T> from, int fromStart, Block<T> to, bool accumulate) => matrix.Rows(part, from, fromStart, to, accumulate);

    public override void ApplyAdjoint(Block<T> from, Block<T> to, int toStart) => matrix.Columns(part, from, to, toStart, accumulate: false);

    public override void CollectEntries(Block<T> from, int fromStart, EntrySums<T> entries) => entries.Add(part, from, fromStart, matrix.Scales[part]);
}
