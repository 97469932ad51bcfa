using System.Numerics;
using ContextureDsl.Kernels;

namespace ContextureDsl.Mixing;

/// <summary>B = [√w₁ B₁ | √w₂ B₂ | …]: the parts add to the same inputs.</summary>
/// <param name="parts">The parts.</param>
internal sealed class ConvexProduct<T>(IReadOnlyList<TermProduct<T>> parts) : TermProduct<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override int Variables { get; } = parts.Sum(part => part.Variables);

    public override void Apply(Block<T> from, int fromStart, Block<T> to, bool accumulate)
    {
        foreach (var part in parts)
        {
            part.Apply(from, fromStart, to, accumulate);
            fromStart += part.Variables;
            accumulate = true;
        }
    }

    public override void ApplyAdjoint(Block<T> from, Block<T> to, int toStart)
    {
        foreach (var part in parts)
        {
            part.ApplyAdjoint(from, to, toStart);
            toStart += part.Variables;
        }
    }

    public override void CollectEntries(Block<T> from, int fromStart, EntrySums<T> entries)
    {
        foreach (var part in parts)
        {
            part.CollectEntries(from, fromStart, entries);
            fromStart += part.Variables;
        }
    }
}
