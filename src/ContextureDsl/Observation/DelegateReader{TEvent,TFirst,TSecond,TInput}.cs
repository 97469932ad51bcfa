using ContextureDsl.Tree;

namespace ContextureDsl.Observation;

/// <summary>Reads a row with the delegates of the declaration.</summary>
/// <param name="node">The declared context.</param>
public readonly struct DelegateReader<TEvent, TFirst, TSecond, TInput>(KindNode<TEvent, TFirst, TSecond, TInput> node) : IRowReader<TEvent, TFirst, TSecond>
    where TInput : notnull
{
    private readonly IReadOnlyList<Func<TEvent, bool>> filters = node.Filters();

    /// <inheritdoc/>
    public bool Keeps(TEvent row)
    {
        foreach (var filter in filters)
            if (!filter(row)) return false;
        return true;
    }

    /// <inheritdoc/>
    public double Weight(TEvent row) => node.WeightOf?.Invoke(row) ?? 1;

    /// <inheritdoc/>
    public TFirst First(TEvent row) => node.FirstOf(row);

    /// <inheritdoc/>
    public TSecond Second(TEvent row) => node.SecondOf is { } second ? second(row) : default!;
}
