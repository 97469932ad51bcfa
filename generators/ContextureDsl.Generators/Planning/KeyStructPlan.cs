using ContextureDsl.Compiler.Equality;

namespace ContextureDsl.Generators.Planning;

/// <summary>A type argument that is emitted because the library has no ready one: how a composite key is hashed and compared, or which range an enum spans.</summary>
/// <param name="Name">The emitted struct.</param>
/// <param name="Type">The key type.</param>
/// <param name="Smallest">Smallest value of a range.</param>
/// <param name="Size">Number of values of a range; 0 for a composite key.</param>
/// <param name="Fields">The fields of a composite key, in order.</param>
public sealed record KeyStructPlan(string Name, string Type, long Smallest, int Size, EquatableArray<KeyFieldPlan> Fields);
