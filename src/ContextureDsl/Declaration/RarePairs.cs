namespace ContextureDsl;

/// <summary>
/// What happens to tiny components of the bipartite graph of P⁺. Every component carries a singular value of exactly 1 whose
/// function only says "is in this component"; a few hundred pairs seen nowhere else push everything useful out of the leading functions.
/// </summary>
public enum RarePairs
{
    /// <summary>Components with less than 1 % of the weight of the largest one are left out, and counted in the result.</summary>
    SetAside,

    /// <summary>Everything stays: what correspondence analysis of the table would do.</summary>
    Keep,

    /// <summary>Such a component is an error with counts and an example.</summary>
    Reject,
}
