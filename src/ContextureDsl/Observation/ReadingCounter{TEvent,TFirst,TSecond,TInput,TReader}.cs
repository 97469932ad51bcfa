namespace ContextureDsl.Observation;

/// <summary>Reads each row as the declaration says and hands it to the collector of its kind.</summary>
/// <param name="collector">What the kind makes of the rows.</param>
/// <param name="reader">The selectors.</param>
public sealed class ReadingCounter<TEvent, TFirst, TSecond, TInput, TReader>(Collector<TFirst, TSecond, TInput> collector, TReader reader) : PartCounter<TEvent, TInput>
    where TInput : notnull
    where TReader : struct, IRowReader<TEvent, TFirst, TSecond>
{
    /// <inheritdoc/>
    public override void Add(TEvent row, long index)
    {
        if (!reader.Keeps(row)) collector.AddFiltered();
        else if (collector.Accepts(reader.Weight(row), index)) collector.Add(reader.First(row), reader.Second(row));
    }

    /// <inheritdoc/>
    public override ObservedPart<TInput> Finish() => collector.Finish();
}
