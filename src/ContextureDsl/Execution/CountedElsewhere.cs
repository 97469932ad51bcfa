using ContextureDsl.Observation;

namespace ContextureDsl.Execution;

/// <summary>A part that needs no rows: its pairs have been counted already.</summary>
/// <param name="part">The pairs.</param>
internal sealed class CountedElsewhere<TInput>(ObservedPart<TInput> part) : PartCounter<TInput>
    where TInput : notnull
{
    public override ObservedPart<TInput> Finish() => part;
}
