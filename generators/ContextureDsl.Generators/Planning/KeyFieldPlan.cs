namespace ContextureDsl.Generators.Planning;

/// <summary>One field of a composite key.</summary>
/// <param name="Name">The member.</param>
/// <param name="Keys">The type with the static Hash and Same of the field's type; null for the type's own equality.</param>
/// <param name="Type">The field's type.</param>
/// <param name="MayBeNull">Whether the field may be null, which a key may not.</param>
public sealed record KeyFieldPlan(string Name, string? Keys, string Type, bool MayBeNull);
