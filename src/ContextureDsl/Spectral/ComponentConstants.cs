using System.Numerics;
using ContextureDsl.Kernels;

namespace ContextureDsl.Spectral;

/// <summary>
/// The functions of one side that are constant on every component, in the coordinates of B: √p 1_C for the inputs, √q 1_C for the context values. They have
/// disjoint supports, belong to the singular value 1, and everything the iteration makes is kept orthogonal to them.
/// </summary>
internal sealed class ComponentConstants<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _roots;
    private readonly int[]? _components;
    private readonly double[] _squaredNorms;

    /// <summary>Takes over √p or √q and the component of every entry.</summary>
    public ComponentConstants(T[] roots, int[] components, int count)
    {
        _roots = roots;
        _components = count == 1 ? null : components;
        Count = count;

        // The norms of the rounded vectors, not the masses: only with them is the projection a projection.
        _squaredNorms = new double[count];
        for (var x = 0; x < roots.Length; x++)
        {
            var root = double.CreateTruncating(roots[x]);
            _squaredNorms[count == 1 ? 0 : components[x]] += root * root;
        }
    }

    /// <summary>Number of components.</summary>
    public int Count { get; }

    /// <summary>Length of the functions.</summary>
    public int Length => _roots.Length;

    /// <summary>√p or √q.</summary>
    public T[] Roots => _roots;

    /// <summary>The component of an entry.</summary>
    public int ComponentOf(int x) => _components?[x] ?? 0;

    /// <summary>Removes from every column its part along these functions.</summary>
    public void Remove(Block<T> block, int threads, CancellationToken cancellationToken)
    {
        var moments = RankOne.Moments(_roots, _components, Count, block, 0, threads, cancellationToken);
        var coefficients = new T[moments.Length];
        for (var i = 0; i < moments.Length; i++) coefficients[i] = T.CreateTruncating(moments[i] / _squaredNorms[i / block.Width]);
        Partition.ForRows(_roots.Length, threads, cancellationToken, (first, last) => RankOne.Subtract(_roots, _components, coefficients, block, 0, first, last));
    }

    /// <summary>Removes from one vector its part along these functions.</summary>
    public void Remove(Span<double> vector)
    {
        var moments = new double[Count];
        for (var x = 0; x < vector.Length; x++) moments[ComponentOf(x)] += double.CreateTruncating(_roots[x]) * vector[x];
        for (var x = 0; x < vector.Length; x++)
        {
            var component = ComponentOf(x);
            vector[x] -= double.CreateTruncating(_roots[x]) * moments[component] / _squaredNorms[component];
        }
    }
}
