namespace ContextureDsl.Observation;

/// <summary>Counts the pairs of one observed context while the rows of its source go by. One writer.</summary>
/// <remarks>The interpreter has one implementation that calls the declaration's delegates; the source generator emits one per observed context.</remarks>
public abstract class PartCounter<TEvent, TInput> : PartCounter<TInput>
    where TInput : notnull
{
    /// <summary>Counts one row.</summary>
    /// <param name="row">The event.</param>
    /// <param name="index">Its position in the source, from 0, for messages.</param>
    /// <exception cref="InvalidWeightException">The weight is negative, NaN or infinite.</exception>
    /// <exception cref="NullKeyException">An input or a context value is null.</exception>
    /// <exception cref="DuplicatePairException">The pair was seen before and duplicates are rejected.</exception>
    public abstract void Add(TEvent row, long index);
}
