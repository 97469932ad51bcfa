namespace ContextureDsl.Spectral;

/// <summary>What the decomposition is asked for.</summary>
/// <param name="Rank">Number of triplets d, the constant excluded; 1 ≤ d ≤ min(N, M) − 1.</param>
/// <param name="Tolerance">Largest two-sided residual accepted.</param>
/// <param name="Seed">Seed of the random start.</param>
/// <param name="Threads">Threads; no influence on the bits of the result.</param>
/// <param name="Progress">Told after every round.</param>
public sealed record SpectralOptions(int Rank, double Tolerance, long Seed, int Threads, IProgress<LearnProgress>? Progress = null);
