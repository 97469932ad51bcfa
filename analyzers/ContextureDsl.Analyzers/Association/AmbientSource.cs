namespace ContextureDsl.Analyzers.Association;

/// <summary>Where a selector can get a value that is no fact about the event.</summary>
internal enum AmbientSource
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>A new identifier.</summary>
    FreshIdentifier,

    /// <summary>A generator of random numbers that may have been seeded.</summary>
    Draw,

    /// <summary>A generator of random numbers that nothing can seed.</summary>
    UnseededDraw,

    /// <summary>The clock of the machine.</summary>
    Clock,

    /// <summary>A hash that is another one in every process.</summary>
    ProcessHash,
}
