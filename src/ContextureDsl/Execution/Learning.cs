using ContextureDsl.Mixing;
using ContextureDsl.Observation;

namespace ContextureDsl.Execution;

/// <summary>One call of Learn: reads the sources into the counters of the parts, then associates, guards, decomposes and encodes.</summary>
internal sealed class Learning<TInput>
    where TInput : notnull
{
    private readonly Definition<TInput> definition;
    private readonly LearnSettings settings;
    private readonly CompiledPlan<TInput>? plan;
    private readonly RowReading<TInput> reading;
    private readonly IProgress<LearnProgress>? progress;
    private readonly CancellationToken cancellationToken;

    public Learning(
        Definition<TInput> definition, LearnSettings settings, CompiledPlan<TInput>? plan, IProgress<LearnProgress>? progress, CancellationToken cancellationToken)
    {
        this.definition = definition;
        this.settings = settings;
        this.plan = plan;
        this.progress = progress;
        this.cancellationToken = cancellationToken;
        reading = new(definition, settings, plan, null, progress, cancellationToken);
    }

    /// <summary>Reads one source, once, into the counters of all its parts.</summary>
    public Learning<TInput> Read<TEvent>(int source, IEnumerable<TEvent> rows)
    {
        reading.Read(source, rows);
        return this;
    }

    /// <summary>The same from rows that arrive asynchronously.</summary>
    public Task ReadAsync<TEvent>(int source, IAsyncEnumerable<TEvent> rows) => reading.ReadAsync(source, rows);

    /// <summary>Ends the reading and learns.</summary>
    public Learned<TInput> Finish() => new(Decompose());

    /// <summary>Ends the reading and learns a single context, whose variable the result knows.</summary>
    public Learned<TInput, TVariable> Finish<TVariable>()
        where TVariable : notnull => new(Decompose());

    /// <summary>Ends the reading and compares mixes of the parts, what is declared being one of them.</summary>
    public MixAdvice Advise(AdviceOptions options) => new Advisor<TInput>(settings, options, reading.Match.Parts, Count(), progress, cancellationToken).Advise(definition.Node);

    private ObservedPart<TInput>[] Count()
    {
        progress?.Report(new("counting", 0, null, double.NaN));
        var parts = new ObservedPart<TInput>[reading.Match.Parts.Count];
        for (var i = 0; i < parts.Length; i++) parts[i] = reading.Finish(i);
        return parts;
    }

    private LearnedContent<TInput> Decompose()
    {
        var match = reading.Match;
        var parts = Count();
        var counted = new CountedParts<TInput>(settings, [.. match.Parts.Select(part => part.Name)], [.. match.Parts.Select(part => part.Share)], parts)
        {
            Definition = definition,
            Declaration = definition.ToString(),
            Walks = [.. match.Parts.Select(part => part.Walk)],
            Compilation = match.Report(),
            Plan = match.Whole ? plan : null,
            Mix = MixPlan.Of(definition.Node),
        };
        return counted.Learn(progress, cancellationToken);
    }
}
