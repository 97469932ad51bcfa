namespace ContextureDsl;

/// <summary>How singular functions become coordinates. All three span the same space; ridge probes and nearest neighbours tell them apart.</summary>
public enum Embedding
{
    /// <summary>μᵢ(x): every function has unit variance under P_X.</summary>
    Whitened,

    /// <summary>sᵢ μᵢ(x): dot products are k_X(x,x′) − 1, distances are chi-squared distances of the conditional laws P(·|x).</summary>
    Scaled,

    /// <summary>√sᵢ μᵢ(x): with √sᵢ νᵢ(a) on the other side, dot products are P(x,a)/(P(x)P(a)) − 1.</summary>
    HalfScaled,
}
