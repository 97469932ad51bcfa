namespace ContextureDsl.Conformance.Kinds;

/// <summary>A row of the random data for corrupted features.</summary>
/// <param name="Id">X.</param>
/// <param name="Numbers">Its numbers; the same wherever the input comes.</param>
public sealed record Reading(int Id, double[] Numbers);
