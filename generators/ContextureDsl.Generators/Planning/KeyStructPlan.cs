using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Generators.Planning;

/// <summary>A type argument that is emitted because the library has no ready one: how keys of one type are hashed and compared, or which range they span.</summary>
/// <param name="Name">The emitted struct.</param>
/// <param name="Key">The key type.</param>
public sealed record KeyStructPlan(string Name, KeyModel Key);
