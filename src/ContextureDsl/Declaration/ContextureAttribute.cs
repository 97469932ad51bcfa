namespace ContextureDsl;

/// <summary>
/// Marks a declaration: a partial class that derives from <see cref="Contexture{TInput}.From{T1}"/> (or a sibling), or a partial
/// record whose properties carry <see cref="InputAttribute"/> and <see cref="ContextVariableAttribute"/>. Says how exactly it is learnt;
/// the declaration says what. <see cref="LearnOptions"/> overrides every value at run time.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class ContextureAttribute : Attribute
{
    private int? rank;

    /// <summary>Number of singular functions after the constant one. Not set: as many as the data has, at most 64. Set: exactly that many, or an error that names both numbers.</summary>
    public int Rank { get => rank ?? 0; init => rank = value; }

    /// <summary>Storage of P⁺ and of the functions.</summary>
    public Precision Precision { get; init; } = Precision.Single;

    /// <summary>Largest two-sided residual ‖B̃v − su‖, ‖B̃ᵀu − sv‖ that is accepted, relative to s₁ ≤ 1. Below about 1e-6 needs <see cref="Precision.Double"/>.</summary>
    public double Tolerance { get; init; } = 1e-5;

    /// <summary>Seed of the start block. Same data, options and seed: same bits, for any number of threads.</summary>
    public long Seed { get; init; }

    /// <summary>Inputs and context values seen in fewer events than this are left out, unless the context says otherwise.</summary>
    public int MinimumCount { get; init; } = 1;

    /// <summary>What several rows with the same pair mean, unless the context says otherwise.</summary>
    public Duplicates Duplicates { get; init; } = Duplicates.Sum;

    /// <summary>What happens to tiny components.</summary>
    public RarePairs RarePairs { get; init; } = RarePairs.SetAside;

    /// <summary>P_X: the one law of inputs that all parts of a mix share.</summary>
    public Population Population { get; init; } = Population.Mixture;

    /// <summary>What a mix does with inputs that some part of it never saw.</summary>
    public Unseen Unseen { get; init; } = Unseen.Independent;

    /// <summary>Coordinates of the encoder that <see cref="Learned{TInput}"/> hands out.</summary>
    public Embedding Embedding { get; init; } = Embedding.Whitened;

    internal int? DeclaredRank => rank;
}
