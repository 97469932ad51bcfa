namespace ContextureDsl.Generators.Planning;

/// <summary>One term of the flattened mix.</summary>
/// <param name="Weight">The weight as written; of a nested mix the product of the weights on the way.</param>
/// <param name="Part">Position of the part.</param>
public sealed record SharePlan(string Weight, int Part);
