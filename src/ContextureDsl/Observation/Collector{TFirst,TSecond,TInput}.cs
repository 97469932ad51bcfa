namespace ContextureDsl.Observation;

/// <summary>
/// What a kind of context makes of the rows of its source: takes what the selectors read of each row, and ends in the conditional law of A given X as a table. The
/// same object serves the interpreter and compiled code, which differ in how a row is read.
/// </summary>
/// <remarks>One writer. Derived types count pairs with a <see cref="PairAccumulator{TInput, TVariable}"/>, or keep what they were given and compute the law in the end.</remarks>
public abstract class Collector<TFirst, TSecond, TInput>
    where TInput : notnull
{
    /// <summary>Notes a row that a Where left out.</summary>
    public abstract void AddFiltered();

    /// <summary>Takes the weight and position of the next row.</summary>
    /// <param name="weight">Finite and not negative.</param>
    /// <param name="index">Position of the event, from 0, for messages.</param>
    /// <returns>Whether the row counts: its weight is not zero.</returns>
    /// <exception cref="InvalidWeightException">The weight is negative, NaN or infinite.</exception>
    public abstract bool Accepts(double weight, long index);

    /// <summary>Takes what was read of the row that was just accepted.</summary>
    public abstract void Add(TFirst first, TSecond second);

    /// <summary>Ends the counting. Called once.</summary>
    /// <exception cref="EmptyObservationException">Nothing is left to learn from.</exception>
    public abstract ObservedPart<TInput> Finish();
}
