namespace ContextureDsl.Compiler.Model;

/// <summary>One type in the chain from the outermost to the declaring one.</summary>
/// <param name="Keyword">class, struct, record, record struct, interface.</param>
/// <param name="Name">Escaped, with type parameters: <c>Outer&lt;T&gt;</c>.</param>
/// <param name="MetadataName">For hint names: <c>Outer`1</c>.</param>
public sealed record ContainerModel(string Keyword, string Name, string MetadataName);
