namespace ContextureDsl.Tests.Execution.Kinds;

/// <summary>A row of numbers under a key.</summary>
internal sealed record Point(int Key, double[] Numbers);
