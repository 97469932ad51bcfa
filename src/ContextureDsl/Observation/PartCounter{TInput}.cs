namespace ContextureDsl.Observation;

/// <summary>Counts the pairs of one observed context; the type of the event does not matter to the one who ends the counting.</summary>
public abstract class PartCounter<TInput>
    where TInput : notnull
{
    /// <summary>Ends the counting: applies half-life and minimum counts and hands over the table. Called once.</summary>
    /// <exception cref="EmptyObservationException">No row gave a pair, or the minimum counts left none.</exception>
    public abstract ObservedPart<TInput> Finish();
}
