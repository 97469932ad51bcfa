namespace ContextureDsl.Analyzers.Association;

/// <summary>What is proved about the value of a selector.</summary>
internal enum Nature
{
    /// <summary>Nothing.</summary>
    Unknown,

    /// <summary>It is the same for every event.</summary>
    Constant,

    /// <summary>It is drawn anew for every event, by a law that the event has no part in.</summary>
    Drawn,

    /// <summary>It, or something it is made of, differs between two runs over the same events.</summary>
    Irreproducible,
}
