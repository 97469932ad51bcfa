namespace ContextureDsl.Tests.Kinds;

/// <summary>A row with a class.</summary>
public sealed record Specimen(int Id, Species Species, double Weight = 1);
