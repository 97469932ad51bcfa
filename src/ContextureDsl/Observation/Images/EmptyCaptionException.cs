using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>An image has a caption without a token, so nothing is said of it.</summary>
public sealed class EmptyCaptionException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public EmptyCaptionException(string message) : base(message) { }

    internal static EmptyCaptionException At(CountScope scope, long index) => new(FormattableString.Invariant(
        $"Event {index} of {scope.Source} has a caption without tokens: {scope.Variable} gave an empty list, so its image is seen with nothing. Leave such events out with Where, or give them a token of their own."));
}
