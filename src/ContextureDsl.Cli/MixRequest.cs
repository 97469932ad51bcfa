using ContextureDsl.DuckDb;
using ContextureDsl.Observation;

namespace ContextureDsl.Cli;

/// <summary>Contexts in tables and how to mix them.</summary>
/// <param name="Parts">The contexts.</param>
/// <param name="Operation">How they are mixed.</param>
/// <param name="Weights">Their weights; equal ones where none are given.</param>
/// <param name="Counting">How tables are counted.</param>
/// <param name="Learning">How the mix is decomposed.</param>
internal sealed record MixRequest(IReadOnlyList<MixPart> Parts, MixOperation Operation, IReadOnlyList<double> Weights, TableOptions Counting, LearnOptions Learning)
{
    /// <summary>The parts of the result, in its order: those without weight are left out.</summary>
    public IReadOnlyList<MixPart> Mixed => [.. Parts.Where((_, i) => WeightOf(i) > 0)];

    /// <summary>Counts all parts.</summary>
    public IReadOnlyList<ObservedPart<string, string>> Count(IProgress<LearnProgress>? progress, CancellationToken cancellationToken) =>
        [.. Parts.Select(part => Table.Count(part.File, part.Columns, Counting, progress, cancellationToken))];

    /// <summary>Counts and learns.</summary>
    public Learned<string> Learn(IProgress<LearnProgress>? progress, CancellationToken cancellationToken) =>
        CountedContexture.Learn(Declared([.. Count(progress, cancellationToken).Select((part, i) => CountedContexture.Context(part, Parts[i].Name))]), Learning, progress, cancellationToken);

    /// <summary>Counts and compares.</summary>
    public MixAdvice Advise(IProgress<LearnProgress>? progress, CancellationToken cancellationToken) =>
        MixAdvice.Of([.. Count(progress, cancellationToken).Cast<ObservedPart<string>>()], [.. Parts.Select(part => part.Name)], new() { Learning = Learning }, progress, cancellationToken);

    private Definition<string> Declared(Context<string, string>[] contexts) => Operation switch
    {
        MixOperation.Convolve => Convolved(contexts),
        MixOperation.Average => Mix.Average<string, string>([.. contexts.Select((context, i) => (WeightOf(i), context))]),
        MixOperation.Concatenate => Mix.Concatenate<string>([.. contexts]),
        _ => Mix.Convex<string>([.. contexts.Select((context, i) => (WeightOf(i), (Context<string>)context))]),
    };

    private static Context<string, string> Convolved(ReadOnlySpan<Context<string, string>> contexts) =>
        contexts.Length == 1 ? contexts[0] : Mix.Convolve(contexts[0], then: Convolved(contexts[1..]));

    private double WeightOf(int part) => Weights.Count > 0 ? Weights[part] : 1;
}
