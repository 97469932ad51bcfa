namespace ContextureDsl.Conformance.Kinds;

/// <summary>A row of the random data for sequences and texts.</summary>
/// <param name="Key">Which text it belongs to.</param>
/// <param name="Tokens">Its tokens; may be none.</param>
/// <param name="Weight">How much the row counts; may be zero.</param>
public sealed record Sentence(int Key, string[] Tokens, double Weight);
