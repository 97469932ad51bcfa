namespace ContextureDsl.Compiler.Model;

/// <summary>One event source.</summary>
/// <param name="Ordinal">Position among the parameters of Define.</param>
/// <param name="Name">The parameter's name, escaped.</param>
/// <param name="Row">The type of an event.</param>
public sealed record SourceModel(int Ordinal, string Name, TypeModel Row);
