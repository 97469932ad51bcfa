namespace ContextureDsl.Observation;

/// <summary>The classes that were there when a label context was learnt: a wrong label of a new row is one of these.</summary>
/// <param name="labels">The classes, in the order of their numbers.</param>
internal sealed class LabelFit<TLabel>(Alphabet<TLabel> labels) : FittedState
    where TLabel : notnull
{
    /// <summary>The classes.</summary>
    public Alphabet<TLabel> Labels { get; } = labels;
}
