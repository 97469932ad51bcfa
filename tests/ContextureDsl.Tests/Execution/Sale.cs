namespace ContextureDsl.Tests.Execution;

/// <summary>A row to learn from.</summary>
public sealed record Sale(string? Product, string? Basket, double Weight = 1, DateTimeOffset At = default);
