using ContextureDsl.Compiler.Equality;

namespace ContextureDsl.Generators.Planning;

/// <summary>What is emitted for one event source.</summary>
/// <param name="Ordinal">Position among the parameters of Define.</param>
/// <param name="Parameter">The parameter's name, escaped.</param>
/// <param name="Row">The type of an event.</param>
/// <param name="Reader">The emitted loop.</param>
/// <param name="Parts">Positions of the parts that are counted from it.</param>
public sealed record SourcePlan(int Ordinal, string Parameter, string Row, string Reader, EquatableArray<int> Parts);
