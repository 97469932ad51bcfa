using System.Numerics;
using ContextureDsl.Kernels;
using ContextureDsl.Spectral;

namespace ContextureDsl.Mixing;

/// <summary>Products with one part, constant pair included: B = S + (√p 1_unseen) rightᵀ, because an input that the part never saw is independent of it.</summary>
internal sealed class PartProduct<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly NormalisedFactor<T> _factor;
    private readonly WalkProduct<T>? _walk;
    private readonly T[]? _unseen;
    private readonly int[] _rowRanges;
    private readonly int[] _columnRanges;

    /// <param name="factor">The part.</param>
    /// <param name="inputRoots">√p.</param>
    public PartProduct(NormalisedFactor<T> factor, T[] inputRoots)
    {
        _factor = factor;
        _walk = factor.Walk is { } walk ? new(walk, inputRoots.Length) : null;
        _unseen = ConstantPairs<T>.UnseenRoots(factor.Left, inputRoots);
        _rowRanges = WorkRanges.Of(factor.Rows.Count, x => factor.Rows.Offsets[x]);
        _columnRanges = WorkRanges.Of(factor.Columns.Count, a => factor.Columns.Offsets[a]);
    }

    /// <summary>A sparse product over a range of rows.</summary>
    public delegate void GatherRows(SparseRows<T> rows, Block<T> from, int fromStart, Block<T> to, int toStart, int first, int last, bool accumulate);

    public long Work => _factor.Work;

    /// <summary>to (+)= B · from[fromStart …].</summary>
    public void Apply(GatherRows gather, Block<T> from, int fromStart, Block<T> to, bool accumulate, int threads, CancellationToken cancellationToken)
    {
        var constant = _unseen is null ? null : ConstantPairs<T>.Negated(RankOne.Moments(_factor.Right, null, 1, from, fromStart, threads, cancellationToken));
        _walk?.Apply(from, fromStart, threads, cancellationToken);
        Partition.ForEach(_rowRanges.Length - 1, threads, cancellationToken, range =>
        {
            var (first, last) = (_rowRanges[range], _rowRanges[range + 1]);
            if (_walk is null) gather(_factor.Rows, from, fromStart, to, 0, first, last, accumulate);
            else
            {
                if (!accumulate) to.Values.AsSpan(first * to.Width, (last - first) * to.Width).Clear();
                _walk.AddRows(to, first, last);
            }
            if (constant is not null) RankOne.Subtract(_unseen!, null, constant, to, 0, first, last);
        });
    }

    /// <summary>to[toStart …] (+)= Bᵀ · from.</summary>
    public void ApplyAdjoint(GatherRows gather, Block<T> from, Block<T> to, int toStart, bool accumulate, int threads, CancellationToken cancellationToken)
    {
        var constant = _unseen is null ? null : ConstantPairs<T>.Negated(RankOne.Moments(_unseen, null, 1, from, 0, threads, cancellationToken));
        _walk?.ApplyAdjoint(from, threads, cancellationToken);
        Partition.ForEach(_columnRanges.Length - 1, threads, cancellationToken, range =>
        {
            var (first, last) = (_columnRanges[range], _columnRanges[range + 1]);
            if (_walk is null) gather(_factor.Columns, from, 0, to, toStart, first, last, accumulate);
            else if (accumulate) _walk.AddVariables(to, toStart, first, last);
            else _walk.SetVariables(to, toStart, first, last);
            if (constant is not null) RankOne.Subtract(_factor.Right, null, constant, to, toStart, first, last);
        });
    }
}
