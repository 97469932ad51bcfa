namespace ContextureDsl.Generators.Planning;

/// <summary>The table that numbers the values of X or of A.</summary>
/// <param name="Code">Its type.</param>
/// <param name="Value">The type of the values.</param>
/// <param name="MayBeNull">Whether a value must be tested for null.</param>
/// <param name="Reason">What was chosen and why, for the header.</param>
public sealed record AlphabetPlan(string Code, string Value, bool MayBeNull, string Reason);
