using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>A row has a label that the declared channel does not have.</summary>
public sealed class UnknownLabelException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public UnknownLabelException(string message) : base(message) { }

    internal static UnknownLabelException At(CountScope scope, long index, string label, IEnumerable<string> known) => new(FormattableString.Invariant(
        $"Event {index} of {scope.Source} has the label {label} in {scope.Variable}, which its channel does not have; it has {string.Join(", ", known)}. Give LabelChannel.Of a row and a column for it, or leave such events out with Where."));
}
