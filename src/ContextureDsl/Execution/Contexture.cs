using ContextureDsl.Execution;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>The free form: declare and learn in one expression, without a class. Always interpreted; for notebooks, tests and the first minute.</summary>
public static class Contexture
{
    /// <summary>Learns a context of one source whose variable the result knows.</summary>
    /// <param name="first">The rows.</param>
    /// <param name="define">What is seen with what.</param>
    /// <param name="rank">Number of functions; null for as many as the data has, at most 64.</param>
    /// <param name="options">Everything else.</param>
    /// <param name="progress">Told while it runs.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ContextureException">The rows or the settings cannot be learnt from; the message says what to do.</exception>
    public static Learned<TInput, TVariable> Learn<T1, TInput, TVariable>(
        IEnumerable<T1> first, Func<Events<T1>, Context<TInput, TVariable>> define, int? rank = null, LearnOptions? options = null,
        IProgress<LearnProgress>? progress = null, CancellationToken cancellationToken = default)
        where TInput : notnull
        where TVariable : notnull
    {
        ArgumentNullException.ThrowIfNull(define);
        ArgumentNullException.ThrowIfNull(first);
        var definition = define(Source<T1>(0));
        return Begin(definition, rank, options, progress, cancellationToken).Read(0, first).Finish<TVariable>();
    }

    /// <summary>Learns a mix over one source.</summary>
    /// <param name="first">The rows.</param>
    /// <param name="define">What is seen with what.</param>
    /// <param name="rank">Number of functions; null for as many as the data has, at most 64.</param>
    /// <param name="options">Everything else.</param>
    /// <param name="progress">Told while it runs.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ContextureException">The rows or the settings cannot be learnt from; the message says what to do.</exception>
    public static Learned<TInput> Learn<T1, TInput>(
        IEnumerable<T1> first, Func<Events<T1>, Definition<TInput>> define, int? rank = null, LearnOptions? options = null,
        IProgress<LearnProgress>? progress = null, CancellationToken cancellationToken = default)
        where TInput : notnull
    {
        ArgumentNullException.ThrowIfNull(define);
        ArgumentNullException.ThrowIfNull(first);
        var definition = define(Source<T1>(0));
        return Begin(definition, rank, options, progress, cancellationToken).Read(0, first).Finish();
    }

    /// <summary>Learns a mix over two sources.</summary>
    /// <param name="first">The rows of the first source.</param>
    /// <param name="second">The rows of the second source.</param>
    /// <param name="define">What is seen with what.</param>
    /// <param name="rank">Number of functions; null for as many as the data has, at most 64.</param>
    /// <param name="options">Everything else.</param>
    /// <param name="progress">Told while it runs.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ContextureException">The rows or the settings cannot be learnt from; the message says what to do.</exception>
    public static Learned<TInput> Learn<T1, T2, TInput>(
        IEnumerable<T1> first, IEnumerable<T2> second, Func<Events<T1>, Events<T2>, Definition<TInput>> define, int? rank = null, LearnOptions? options = null,
        IProgress<LearnProgress>? progress = null, CancellationToken cancellationToken = default)
        where TInput : notnull
    {
        ArgumentNullException.ThrowIfNull(define);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var definition = define(Source<T1>(0), Source<T2>(1));
        return Begin(definition, rank, options, progress, cancellationToken).Read(0, first).Read(1, second).Finish();
    }

    private static Events<TEvent> Source<TEvent>(int ordinal) => new(new SourceNode(ordinal, typeof(TEvent).Name, typeof(TEvent)));

    private static Learning<TInput> Begin<TInput>(
        Definition<TInput> definition, int? rank, LearnOptions? options, IProgress<LearnProgress>? progress, CancellationToken cancellationToken)
        where TInput : notnull =>
        new(definition ?? throw new DeclarationException("The declaration given to Contexture.Learn returned null. It must return a context, such as first.Input(...).Context(...)."),
            LearnSettings.Resolve(new(), rank is null ? options : (options ?? new()) with { Rank = rank }), plan: null, progress, cancellationToken);
}
