namespace ContextureDsl;

/// <summary>Where the numbers of a joint law come from.</summary>
public enum EstimationMode
{
    /// <summary>Observed pairs were counted.</summary>
    Counted,

    /// <summary>Every value was computed exactly.</summary>
    Enumerated,

    /// <summary>Values were drawn with a seed and counted.</summary>
    Sampled,
}
