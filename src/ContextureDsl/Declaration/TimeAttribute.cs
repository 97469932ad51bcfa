namespace ContextureDsl;

/// <summary>The property, a <see cref="DateTimeOffset"/>, is when the row happened. With a half-life, old rows count less.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TimeAttribute : Attribute
{
    /// <summary>Days after which a row counts half, relative to the latest row; zero (the default) means no forgetting.</summary>
    public double HalfLifeDays { get; set; }
}
