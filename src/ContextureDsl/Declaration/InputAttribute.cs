namespace ContextureDsl;

/// <summary>The property is X, what gets a vector. Exactly one per record in attribute form; a property or a parameter of the primary constructor.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class InputAttribute : Attribute;
