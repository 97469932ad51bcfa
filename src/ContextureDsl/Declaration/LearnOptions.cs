namespace ContextureDsl;

/// <summary>Overrides of <see cref="ContextureAttribute"/> for one call, and what only the call can know. A value left null keeps the declared one.</summary>
public sealed record LearnOptions
{
    /// <summary>Number of singular functions after the constant one; must be positive and at most min(N, M) − 1, in a mix min(N − 1, Σ(Mⱼ − 1)).</summary>
    public int? Rank { get; init; }

    /// <summary>Storage of P⁺ and of the functions.</summary>
    public Precision? Precision { get; init; }

    /// <summary>Largest two-sided residual that is accepted; positive and finite.</summary>
    public double? Tolerance { get; init; }

    /// <summary>Seed of the start block.</summary>
    public long? Seed { get; init; }

    /// <summary>Inputs and context values seen in fewer events are left out; at least 1.</summary>
    public int? MinimumCount { get; init; }

    /// <summary>What several rows with the same pair mean.</summary>
    public Duplicates? Duplicates { get; init; }

    /// <summary>What happens to tiny components.</summary>
    public RarePairs? RarePairs { get; init; }

    /// <summary>P_X: the one law of inputs that all parts of a mix share.</summary>
    public Population? Population { get; init; }

    /// <summary>What a mix does with inputs that some part of it never saw.</summary>
    public Unseen? Unseen { get; init; }

    /// <summary>Coordinates of the encoder.</summary>
    public Embedding? Embedding { get; init; }

    /// <summary>Threads of the decomposition; at least 1. The result has the same bits for any number. Null: one per processor.</summary>
    public int? Threads { get; init; }

    /// <summary>Bytes that the pairs of a <see cref="Mix.Joint"/> may need; positive. Null: a quarter of the memory that is available. What is predicted to need more is refused before anything is allocated.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>Runs the plain path even where compiled code exists: for debugging, never with another meaning.</summary>
    public bool Interpreted { get; init; }
}
