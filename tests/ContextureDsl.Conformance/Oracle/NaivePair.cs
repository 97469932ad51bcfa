namespace ContextureDsl.Conformance.Oracle;

/// <summary>One counted pair with its final weight.</summary>
internal readonly record struct NaivePair(string X, string A, double Weight);
