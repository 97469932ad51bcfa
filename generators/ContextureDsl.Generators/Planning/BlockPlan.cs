namespace ContextureDsl.Generators.Planning;

/// <summary>The shape of the blocks that the operator meets.</summary>
/// <param name="Width">Columns of a block.</param>
/// <param name="Element">float or double.</param>
/// <param name="Vector">The vector type that holds one row of a block: Vector256 or Vector512.</param>
/// <param name="Reason">Why, for the header.</param>
public sealed record BlockPlan(int Width, string Element, string Vector, string Reason);
