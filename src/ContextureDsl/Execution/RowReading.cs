using ContextureDsl.Observation;
using ContextureDsl.Tree;

namespace ContextureDsl.Execution;

/// <summary>One pass over the sources of a declaration: every row goes to the counters of its parts. Compiled code takes over wherever its shape fits.</summary>
internal sealed class RowReading<TInput>
    where TInput : notnull
{
    private readonly LearnSettings settings;
    private readonly CompiledPlan<TInput>? plan;
    private readonly PartCounter<TInput>[] counters;
    private readonly IProgress<LearnProgress>? progress;
    private readonly CancellationToken cancellationToken;

    /// <param name="definition">The declaration.</param>
    /// <param name="settings">Policies, threads, and whether to interpret.</param>
    /// <param name="plan">The emitted code, where there is any.</param>
    /// <param name="fitted">What the parts have learnt from earlier rows, in their order; null while learning.</param>
    /// <param name="progress">Told while it reads.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public RowReading(
        Definition<TInput> definition, LearnSettings settings, CompiledPlan<TInput>? plan, IReadOnlyList<FittedState?>? fitted, IProgress<LearnProgress>? progress, CancellationToken cancellationToken)
    {
        this.settings = settings;
        this.plan = settings.Interpreted ? null : plan;
        this.progress = progress;
        this.cancellationToken = cancellationToken;
        Match = new(this.plan, definition.Node);
        counters = new PartCounter<TInput>[Match.Parts.Count];
        for (var i = 0; i < counters.Length; i++) counters[i] = CreateCounter(i, fitted);
    }

    /// <summary>How far compiled code fits.</summary>
    public PlanMatch<TInput> Match { get; }

    /// <summary>Reads one source, once, into the counters of all its parts.</summary>
    public void Read<TEvent>(int source, IEnumerable<TEvent> rows)
    {
        cancellationToken.ThrowIfCancellationRequested();
        long? total = rows.TryGetNonEnumeratedCount(out var count) ? count : null;
        var scope = Scope<TEvent>(total);
        if (!(Match.Whole && plan!.TryRead(source, rows, counters, scope)))
        {
            var readers = ReadersOf<TEvent>(source);
            foreach (var row in rows)
            {
                foreach (var reader in readers) reader.Add(row, scope.Index);
                scope.Next();
            }
        }
        scope.Report();
    }

    /// <summary>The same from rows that arrive asynchronously.</summary>
    public async Task ReadAsync<TEvent>(int source, IAsyncEnumerable<TEvent> rows)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var scope = Scope<TEvent>(null);
        var readers = ReadersOf<TEvent>(source);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var reader in readers) reader.Add(row, scope.Index);
            scope.Next();
        }
        scope.Report();
    }

    /// <summary>Ends the counting of one part.</summary>
    /// <exception cref="EmptyObservationException">Nothing is left of its rows.</exception>
    public ObservedPart<TInput> Finish(int part)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return counters[part].Finish();
    }

    private PartCounter<TInput> CreateCounter(int part, IReadOnlyList<FittedState?>? fitted)
    {
        var node = Match.Parts[part].Part;
        // A new input may be seen but once, and a known context value is known however often the new rows have it.
        var learns = fitted is null;
        var scope = new CountScope(
            node.Duplicates ?? settings.Duplicates, node.HalfLife, learns ? node.MinimumInput ?? settings.MinimumCount : 1, learns ? node.MinimumVariable ?? settings.MinimumCount : 1,
            node.Rows.Source.Name, node.InputText, node.VariableText, node.Weight?.Text)
        {
            CancellationToken = cancellationToken,
            Threads = settings.Threads,
            Progress = progress,
            Fitted = fitted?[part],
        };
        return Match.CompiledPart(part) is >= 0 and var index ? plan!.CreateCounter(index, node, scope) : node.Accept(new InterpretedCounters<TInput>(scope));
    }

    private PartCounter<TEvent, TInput>[] ReadersOf<TEvent>(int source)
    {
        var readers = new List<PartCounter<TEvent, TInput>>();
        for (var i = 0; i < counters.Length; i++)
            if (Match.Parts[i].Part.Rows.Source.Ordinal == source) readers.Add((PartCounter<TEvent, TInput>)counters[i]);
        return [.. readers];
    }

    private ReadScope Scope<TEvent>(long? total) => new(typeof(TEvent).Name, total, progress, cancellationToken);
}
