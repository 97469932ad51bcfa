namespace ContextureDsl.Benchmarks.Emitted;

/// <summary>A made-up event with the key types that differ most in cost: integers, a string, a Guid.</summary>
public sealed record Click(int User, string Product, Guid Basket, float Seconds);
