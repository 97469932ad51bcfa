namespace ContextureDsl;

/// <summary>What an embedding of a new input was made from.</summary>
/// <param name="Share">
/// Sum of the shares of the parts that had a known value; 1 where none was missing. The shares of the others were divided by it. A part that a
/// training input was never seen by adds nothing to that input's vector instead; so in a connected context multiplying by this number gives what such an input has.
/// </param>
/// <param name="MissingParts">Parts without evidence, or whose values were all unknown.</param>
/// <param name="UnknownValues">Context values that were skipped because they are unknown.</param>
/// <param name="Undetermined">
/// Coordinates that were set to zero, their mean, because sᵢ is within its own residual (or below max(N, M) · 2⁻⁵²), so that 1/sᵢ would hand out noise.
/// Always zero for <see cref="Embedding.Scaled"/>, which needs no division.
/// </param>
public readonly record struct EvidenceUse(double Share, IReadOnlyList<string> MissingParts, int UnknownValues, int Undetermined);
