namespace ContextureDsl.Tests.Execution;

/// <summary>A row of a second source.</summary>
public sealed record Item(string Product, int Genre);
