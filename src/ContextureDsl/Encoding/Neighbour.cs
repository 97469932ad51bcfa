namespace ContextureDsl;

/// <summary>A known value near the one asked for.</summary>
/// <param name="Value">The value.</param>
/// <param name="Similarity">Cosine of the angle between the two vectors, in [−1, 1]; zero where one of them is the zero vector.</param>
public readonly record struct Neighbour<T>(T Value, double Similarity);
