namespace ContextureDsl.Conformance.Mixes;

/// <summary>A row of the second source.</summary>
internal sealed record Sold(int Item, string Place, int Shop);
