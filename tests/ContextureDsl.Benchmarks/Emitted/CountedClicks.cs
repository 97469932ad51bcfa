using ContextureDsl.Execution;
using ContextureDsl.Observation;
using ContextureDsl.Tree;

namespace ContextureDsl.Benchmarks.Emitted;

/// <summary>The first half of learning alone: events into the counters of a declaration.</summary>
public static class CountedClicks
{
    /// <summary>Counts with the emitted counters, or with the interpreter's where there is no plan.</summary>
    public static ObservedPart<TInput>[] Of<TInput>(Definition<TInput> definition, CompiledPlan<TInput>? plan, Click[] clicks)
        where TInput : notnull
    {
        var parts = PartList.Of(definition.Node);
        var counters = new PartCounter<TInput>[parts.Count];
        for (var i = 0; i < counters.Length; i++)
        {
            var node = parts[i].Part;
            var scope = new CountScope(Duplicates.Sum, null, 1, 1, nameof(Click), node.InputText, node.VariableText, node.Weight?.Text);
            counters[i] = plan?.CreateCounter(i, node, scope) ?? node.Accept(new InterpretedCounters<TInput>(scope));
        }
        var reading = new ReadScope(nameof(Click), clicks.Length, null, CancellationToken.None);
        if (plan is null || !plan.TryRead(0, clicks, counters, reading)) Read(counters, clicks);
        return [.. counters.Select(counter => counter.Finish())];
    }

    private static void Read<TInput>(PartCounter<TInput>[] counters, Click[] clicks)
        where TInput : notnull
    {
        for (var i = 0; i < clicks.Length; i++)
            foreach (var counter in counters) ((PartCounter<Click, TInput>)counter).Add(clicks[i], i);
    }
}
