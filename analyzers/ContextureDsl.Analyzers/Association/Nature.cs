namespace ContextureDsl.Analyzers.Association;

/// <summary>What is proved about the value of a selector.</summary>
internal enum Nature
{
    /// <summary>Nothing.</summary>
    Unknown,

    /// <summary>It is the same for every event.</summary>
    Constant,

    /// <summary>It is drawn, or read from the clock, anew for every event, by a law that the event has no part in.</summary>
    Drawn,
}
