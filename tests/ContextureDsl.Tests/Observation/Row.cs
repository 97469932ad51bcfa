namespace ContextureDsl.Tests.Observation;

/// <summary>A test event with everything a declaration can read.</summary>
internal sealed record Row(int X, int A, double Weight = 1, DateTimeOffset Time = default, int[]? Xs = null, int[]? As = null);
