namespace ContextureDsl.Spectral;

/// <summary>The leading singular triplets of the deflated operator B̃, the constant pair excluded: s₁ ≥ s₂ ≥ ….</summary>
/// <param name="Values">d singular values in [0, 1].</param>
/// <param name="Left">N × d, row-major: orthonormal columns uᵢ (before division by √p).</param>
/// <param name="Right">M × d, row-major: orthonormal columns vᵢ (before division by √q).</param>
/// <param name="Residuals">d two-sided residuals max(‖B̃vᵢ − sᵢuᵢ‖, ‖B̃ᵀuᵢ − sᵢvᵢ‖), measured on the returned vectors.</param>
/// <param name="Iterations">Rounds of the block iteration; zero for the dense path and where components alone give all functions.</param>
/// <param name="Products">Block columns that met the operator or its adjoint.</param>
/// <param name="Converged">Whether every residual is within the tolerance asked for.</param>
/// <param name="Plateaus">Runs of (numerically) equal singular values of length two or more: within each, functions are defined up to rotation only.</param>
/// <param name="CutsPlateau">Whether s_{d+1} equals s_d as far as is known, so that the span itself is one choice among many.</param>
public sealed record SpectralResult<T>(
    double[] Values, T[] Left, T[] Right, double[] Residuals, int Iterations, long Products, bool Converged,
    IReadOnlyList<Range> Plateaus, bool CutsPlateau)
    where T : unmanaged;
