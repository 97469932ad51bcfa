using ContextureDsl.Kernels;

namespace ContextureDsl.Spectral;

/// <summary>Singular triplets of B̃ as panels, with what was measured on them.</summary>
/// <param name="Values">s, descending.</param>
/// <param name="Variables">Panels of M rows whose columns are the right functions.</param>
/// <param name="Inputs">Panels of N rows whose columns are the left functions.</param>
/// <param name="Residuals">max(‖B̃v − su‖, ‖B̃ᵀu − sv‖) of each.</param>
internal sealed record Triplets<T>(double[] Values, IReadOnlyList<Block<T>> Variables, IReadOnlyList<Block<T>> Inputs, double[] Residuals)
    where T : unmanaged;
