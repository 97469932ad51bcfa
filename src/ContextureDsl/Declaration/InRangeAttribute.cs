namespace ContextureDsl;

/// <summary>The values that a number of a declaration may have. The library refuses others when the declaration is made; the analyzers refuse a constant one while it is typed.</summary>
/// <param name="least">The least value.</param>
/// <param name="most">The largest value.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class InRangeAttribute(double least, double most) : Attribute
{
    /// <summary>The least value.</summary>
    public double Least => least;

    /// <summary>The largest value.</summary>
    public double Most => most;

    /// <summary>Whether the least value itself is outside.</summary>
    public bool AboveLeast { get; set; }

    /// <summary>Whether the largest value itself is outside.</summary>
    public bool BelowMost { get; set; }

    /// <summary>Why the least value, though it is allowed, leaves nothing to learn; null where it is a value like others. A clause with a subject.</summary>
    public string? LeastMeans { get; set; }

    /// <summary>The same of the largest value.</summary>
    public string? MostMeans { get; set; }
}
