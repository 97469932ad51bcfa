namespace ContextureDsl.Conformance.Declarations;

/// <summary>A record struct with the compiler's equality and a field that may be null.</summary>
internal readonly record struct Place(short Floor, string? Room);
