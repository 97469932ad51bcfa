namespace ContextureDsl.Compiler.Model;

/// <summary>One field of a composite key.</summary>
/// <param name="Name">The member, escaped.</param>
/// <param name="Key">Its type as a key.</param>
public sealed record KeyFieldModel(string Name, KeyModel Key);
