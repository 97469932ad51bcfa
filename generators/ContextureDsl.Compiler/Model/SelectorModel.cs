namespace ContextureDsl.Compiler.Model;

/// <summary>A lambda of the declaration.</summary>
/// <param name="Text">The syntax text, equal to what <c>CallerArgumentExpression</c> passes at run time.</param>
/// <param name="Result">The type of one value (the element type where the selector gives many).</param>
/// <param name="Inlined">The body as an expression over an identifier <c>row</c>, with every name fully qualified, valid anywhere inside the declaring type as the body of a method that returns what the selector returns; null where it cannot be transplanted.</param>
/// <param name="Delegated">Why it is not inlined, such as "captures days"; null where it is.</param>
public sealed record SelectorModel(string Text, TypeModel Result, string? Inlined, string? Delegated);
