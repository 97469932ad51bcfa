using System.Globalization;

namespace ContextureDsl;

/// <summary>The spectrum of a context: singular values of the expectation operator, the constant pair s₀ = 1 excluded, and how well they are known.</summary>
public sealed record Spectrum
{
    /// <summary>s₁ ≥ s₂ ≥ …, in [0, 1]. s₁ is the maximal correlation of X and A.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>For each value the two-sided residual max(‖B̃v − su‖, ‖B̃ᵀu − sv‖) of the returned functions, measured at the end.</summary>
    public required IReadOnlyList<double> Residuals { get; init; }

    /// <summary>Rounds of the block iteration; zero where a dense decomposition or the components alone gave all functions.</summary>
    public required int Iterations { get; init; }

    /// <summary>Whether every residual is within the tolerance asked for.</summary>
    public required bool Converged { get; init; }

    /// <summary>
    /// The eigenvalues λᵢ = ±sᵢ of a self-adjoint T, one for each of <see cref="Values"/>; null where T is not self-adjoint: unless the declaration is one context from X to X with
    /// P⁺(x, a) = P⁺(a, x), such as an undirected graph.
    /// </summary>
    /// <remarks>
    /// A negative one belongs to a function that tells x from what it is seen with. Among equal values (<see cref="Plateaus"/>) the positive ones stand first, and the functions are any rotation of
    /// eigenfunctions: which of them has which sign is not defined there, how many have it is.
    /// </remarks>
    public IReadOnlyList<double>? SignedValues { get; init; }

    /// <summary>χ²(X, A) = Σ sᵢ² over the whole spectrum, known without decomposing; null where it is not: where a part is a walk of two steps or more, and for mixes other than convex ones.</summary>
    public required double? TotalChiSquared { get; init; }

    /// <summary>Connected components of the bipartite graph of P⁺: the multiplicity of the singular value 1, the constant included.</summary>
    public required int Components { get; init; }

    /// <summary>Pairs whose x and a were seen with nothing but each other.</summary>
    public required int SingletonPairs { get; init; }

    /// <summary>Runs of equal values, as ranges of positions in <see cref="Values"/>: within each, functions are defined up to rotation only.</summary>
    public required IReadOnlyList<Range> Plateaus { get; init; }

    /// <summary>Whether the last value is equal to the next one that was not kept, so that the span itself is one choice among many.</summary>
    public required bool CutsPlateau { get; init; }

    /// <summary>Σ kept sᵢ² ÷ χ²: the share of the association that the kept functions hold; null where χ² is not known.</summary>
    public double? ExplainedShare
    {
        get
        {
            var kept = 0.0;
            foreach (var value in Values) kept += value * value;
            return TotalChiSquared is { } total ? total > 0 ? Math.Min(1, kept / total) : 0 : null;
        }
    }

    /// <summary>The first values only; this spectrum itself if those are all.</summary>
    /// <exception cref="RankException">Not between 1 and the number of values, or it cuts a run of equal values.</exception>
    internal Spectrum At(int rank)
    {
        if (rank < 1 || rank > Values.Count)
            throw new RankException($"At({rank}): this result has {Values.Count} functions, so a rank is from 1 to {Values.Count}. Learn again with a higher rank for more.");
        if (rank == Values.Count) return this;
        var kept = new List<Range>();
        foreach (var plateau in Plateaus)
        {
            var (start, length) = plateau.GetOffsetAndLength(Values.Count);
            if (start + length <= rank) kept.Add(plateau);
            else if (start < rank) throw Cut(rank, start, start + length);
        }
        return this with { Values = [.. Values.Take(rank)], Residuals = [.. Residuals.Take(rank)], SignedValues = SignedValues is null ? null : [.. SignedValues.Take(rank)], Plateaus = kept, CutsPlateau = false };
    }

    private RankException Cut(int rank, int start, int end)
    {
        var below = start > 0 ? $" or At({start}) to leave it out" : "";
        return new($"At({rank}) cuts through s{start + 1} to s{end}, which are equal ({Values[start].ToString("G6", CultureInfo.InvariantCulture)}): within such a run the functions are one choice among many rotations, and so would be what is kept. Use At({end}) to keep the whole run{below}.");
    }
}
