using ContextureDsl.Execution;
using ContextureDsl.Observation;
using ContextureDsl.Tree;

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

    /// <summary>Counted pairs as a context, to be mixed with others by <see cref="Mix"/>. Like pairs of one declaration, they may also stand beside contexts that are read from rows.</summary>
    /// <param name="part">The counted pairs.</param>
    /// <param name="name">Finds the part in the result, and is what the text of the declaration says of it.</param>
    public static Context<TInput, TVariable> Context<TInput, TVariable>(ObservedPart<TInput, TVariable> part, string name)
        where TInput : notnull
        where TVariable : notnull
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new(new CountedNode(name, part));
    }

    /// <summary>Mixes, guards, decomposes and encodes counted contexts.</summary>
    /// <param name="mix">A mix of what <see cref="Context{TInput, TVariable}"/> gives.</param>
    /// <param name="options">As for a single context, and what a mix needs besides: <see cref="LearnOptions.Population"/>, <see cref="LearnOptions.Unseen"/>, <see cref="LearnOptions.MemoryLimit"/>.</param>
    /// <param name="progress">Told while it runs.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ContextureException">The pairs or the settings cannot be learnt from; the message says what to do.</exception>
    /// <exception cref="OperationCanceledException">The caller asked to stop.</exception>
    public static Learned<TInput> Learn<TInput>(Definition<TInput> mix, LearnOptions? options = null, IProgress<LearnProgress>? progress = null, CancellationToken cancellationToken = default)
        where TInput : notnull
    {
        ArgumentNullException.ThrowIfNull(mix);
        foreach (var part in PartList.Of(mix.Node))
            if (part.Part is not CountedNode)
                throw new DeclarationException($"The part '{part.Name}' is read from rows, and CountedContexture.Learn has none. Learn with Contexture.Learn or a declaration, which take the rows, or count the part first.");
        return new Learning<TInput>(mix, LearnSettings.Resolve(new(), options), plan: null, progress, cancellationToken).Finish();
    }
}
