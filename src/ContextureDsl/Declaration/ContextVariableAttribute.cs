namespace ContextureDsl;

/// <summary>The property is A, the context variable: what X is seen with. Exactly one per record in attribute form.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ContextVariableAttribute : Attribute;
