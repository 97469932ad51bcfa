using ContextureDsl.Association;
using ContextureDsl.Observation;
using ContextureDsl.Tree;

namespace ContextureDsl.Execution;

/// <summary>One call of Learn: reads the sources into the counters of the parts, then associates, guards, decomposes and encodes. Compiled code takes over wherever its shape fits.</summary>
internal sealed class Learning<TInput>
    where TInput : notnull
{
    private readonly Definition<TInput> definition;
    private readonly LearnSettings settings;
    private readonly CompiledPlan<TInput>? plan;
    private readonly PlanMatch<TInput> match;
    private readonly PartCounter<TInput>[] counters;
    private readonly IProgress<LearnProgress>? progress;
    private readonly CancellationToken cancellationToken;

    public Learning(
        Definition<TInput> definition, LearnSettings settings, CompiledPlan<TInput>? plan, IProgress<LearnProgress>? progress, CancellationToken cancellationToken)
    {
        this.definition = definition;
        this.settings = settings;
        this.plan = settings.Interpreted ? null : plan;
        this.progress = progress;
        this.cancellationToken = cancellationToken;
        match = new(this.plan, definition.Node);
        counters = new PartCounter<TInput>[match.Parts.Count];
        for (var i = 0; i < counters.Length; i++) counters[i] = CreateCounter(i);
    }

    /// <summary>Reads one source, once, into the counters of all its parts.</summary>
    public Learning<TInput> Read<TEvent>(int source, IEnumerable<TEvent> rows)
    {
        cancellationToken.ThrowIfCancellationRequested();
        long? total = rows.TryGetNonEnumeratedCount(out var count) ? count : null;
        var scope = Scope<TEvent>(total);
        if (!(match.Whole && plan!.TryRead(source, rows, counters, scope)))
        {
            var readers = ReadersOf<TEvent>(source);
            foreach (var row in rows)
            {
                foreach (var reader in readers) reader.Add(row, scope.Index);
                scope.Next();
            }
        }
        scope.Report();
        return this;
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

    /// <summary>Ends the reading and learns.</summary>
    public Learned<TInput> Finish() => new(Decompose());

    /// <summary>Ends the reading and learns a single observed context, whose variable the result knows.</summary>
    public Learned<TInput, TVariable> Finish<TVariable>()
        where TVariable : notnull => new(Decompose());

    private LearnedContent<TInput> Decompose()
    {
        progress?.Report(new("counting", 0, null, double.NaN));
        var parts = new ObservedPart<TInput>[counters.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            parts[i] = counters[i].Finish();
        }
        var counted = new CountedParts<TInput>(settings, match.Parts.Select(part => part.Name).ToArray(), [.. match.Parts.Select(part => part.Share)], parts)
        {
            Definition = definition,
            Declaration = definition.ToString(),
            Compilation = match.Report(),
            Plan = match.Whole ? plan : null,
        };
        return counted.Learn(progress, cancellationToken);
    }

    private PartCounter<TInput> CreateCounter(int part)
    {
        var node = match.Parts[part].Part;
        var scope = new CountScope(
            node.Duplicates ?? settings.Duplicates, node.HalfLife, node.MinimumInput ?? settings.MinimumCount, node.MinimumVariable ?? settings.MinimumCount,
            node.Rows.Source.Name, node.InputText, node.VariableText, node.Weight?.Text)
        {
            CancellationToken = cancellationToken,
            Threads = settings.Threads,
            Progress = progress,
        };
        return match.CompiledPart(part) is >= 0 and var index ? plan!.CreateCounter(index, node, scope) : node.Accept(new InterpretedCounters<TInput>(scope));
    }

    private PartCounter<TEvent, TInput>[] ReadersOf<TEvent>(int source)
    {
        var readers = new List<PartCounter<TEvent, TInput>>();
        for (var i = 0; i < counters.Length; i++)
            if (match.Parts[i].Part.Rows.Source.Ordinal == source) readers.Add((PartCounter<TEvent, TInput>)counters[i]);
        return [.. readers];
    }

    private ReadScope Scope<TEvent>(long? total) => new(typeof(TEvent).Name, total, progress, cancellationToken);
}
