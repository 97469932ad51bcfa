using ContextureDsl.Spectral;

namespace ContextureDsl;

/// <summary>A decomposed mix: its singular vectors, and what a result needs of its context values.</summary>
/// <param name="Result">Orthonormal singular vectors.</param>
/// <param name="Right">ν, by context variable.</param>
/// <param name="Entries">What stands for ν where new inputs are seen with something.</param>
internal sealed record EncodedMix<T>(SpectralResult<T> Result, IReadOnlyList<VariableFunctions> Right, IReadOnlyList<VariableFunctions> Entries)
    where T : unmanaged;
