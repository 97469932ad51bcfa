namespace ContextureDsl;

/// <summary>A value has no vector because it was not there when learning, or was left out as too rare.</summary>
public sealed class UnknownValueException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public UnknownValueException(string message) : base(message) { }

    /// <summary>Makes the exception with its full sentence and the known key that resembles the one asked for.</summary>
    public UnknownValueException(string message, string? nearestKnown) : base(message) => NearestKnown = nearestKnown;

    /// <summary>The known key that resembles the one asked for; null where keys are not strings or none is close.</summary>
    public string? NearestKnown { get; }

    /// <summary>Says that a value is none of the known ones, and which of them it resembles.</summary>
    internal static UnknownValueException For<T>(T value, int count, IEnumerable<T> known, string remedy)
    {
        var nearest = value is string text ? NearestText.Find(text, (IEnumerable<string>)known) : null;
        var hint = nearest is null ? remedy : $"Did you mean '{nearest}'? {remedy}";
        return new($"'{KeyFormat.Label(value)}' has no vector: it is none of the {count} values that were seen when learning and kept. {hint}", nearest);
    }
}
