namespace ContextureDsl;

/// <summary>The property is how much the row counts: finite, not negative; zero means the row is not there.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class WeightAttribute : Attribute;
