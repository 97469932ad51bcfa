namespace ContextureDsl;

/// <summary>The property is how much the row counts: any number, finite, not negative; zero means the row is not there. A decimal is converted to double.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class WeightAttribute : Attribute;
