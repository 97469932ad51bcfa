using ContextureDsl.Execution;
using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>Learns from pairs that something else has counted: a database, a file reader, a cluster.</summary>
public static class CountedContexture
{
    /// <summary>Associates, guards, decomposes and encodes a counted context.</summary>
    /// <param name="part">The counted pairs.</param>
    /// <param name="name">A name for the context, for reports.</param>
    /// <param name="options">Rank, precision, tolerance, seed, threads, guard and embedding; minimum counts and duplicates are the counter's business and are ignored.</param>
    /// <param name="progress">Told while it runs.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ContextureException">The pairs or the settings cannot be learnt from; the message says what to do.</exception>
    /// <exception cref="OperationCanceledException">The caller asked to stop.</exception>
    public static Learned<TInput, TVariable> Learn<TInput, TVariable>(
        ObservedPart<TInput, TVariable> part, string name, LearnOptions? options = null, IProgress<LearnProgress>? progress = null, CancellationToken cancellationToken = default)
        where TInput : notnull
        where TVariable : notnull
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var counted = new CountedParts<TInput>(LearnSettings.Resolve(new(), options), [name], [1], [part])
        {
            Declaration = $"counted {name}",
            Compilation = new(false, [$"{name}: counted elsewhere"]),
        };
        return new(counted.Learn(progress, cancellationToken));
    }
}
