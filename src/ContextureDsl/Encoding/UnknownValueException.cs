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
}
