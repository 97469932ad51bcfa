namespace ContextureDsl.Generators.Planning;

/// <summary>The shape of the blocks that the operator meets.</summary>
/// <param name="Width">Columns of a block.</param>
/// <param name="Element">float or double.</param>
/// <param name="Registers">How many 256-bit registers hold one row of a block.</param>
/// <param name="Reason">The choice in words, for the header.</param>
public sealed record BlockPlan(int Width, string Element, int Registers, string Reason);
