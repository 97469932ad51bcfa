namespace ContextureDsl.Conformance.Mixes;

/// <summary>A row of the first source.</summary>
internal sealed record Sight(int Item, string Place, float Weight);
