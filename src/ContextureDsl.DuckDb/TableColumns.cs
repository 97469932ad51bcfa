namespace ContextureDsl.DuckDb;

/// <summary>Which columns of a table hold what. Names are compared exactly, upper and lower case included.</summary>
/// <param name="Input">Column of the input X; its text is the key.</param>
/// <param name="Variable">Column of the context variable A; its text is the key.</param>
/// <param name="Weight">Column of the weight; null counts every row once.</param>
public sealed record TableColumns(string Input, string Variable, string? Weight = null);
