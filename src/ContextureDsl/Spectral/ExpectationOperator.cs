using System.Numerics;
using ContextureDsl.Association;

namespace ContextureDsl.Spectral;

/// <summary>
/// The deflated operator B̃ = Σⱼ (Sⱼ − constant pairs) on blocks of vectors: everything the decomposition knows of a context. B̃ is B = D_X^{-1/2} P⁺ D_A^{-1/2} without its
/// singular value 1, which is known in closed form: one pair (√p 1_C, √q 1_C)/√P(C) for every component C. Its singular values are the rest of the spectrum.
/// </summary>
/// <remarks>
/// Derived types multiply by the sparse factors Sⱼ (rows for B̃V, columns for B̃ᵀU); this type divides the work into fixed ranges, so that the bits do not
/// depend on the number of threads, removes the constant pairs and watches for cancellation.
/// </remarks>
public abstract class ExpectationOperator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Takes the factors over.</summary>
    protected ExpectationOperator(IReadOnlyList<NormalisedFactor<T>> factors, ComponentMap components, int threads)
    {
        Factors = factors;
        Components = components;
        Threads = threads;
        Inputs = factors[0].Rows.Count;
        foreach (var factor in factors) Variables += factor.Columns.Count;
    }

    /// <summary>The parts; their columns stand side by side.</summary>
    public IReadOnlyList<NormalisedFactor<T>> Factors { get; }

    /// <summary>The components, whose constant pairs are removed.</summary>
    public ComponentMap Components { get; }

    /// <summary>Threads that share the work.</summary>
    public int Threads { get; }

    /// <summary>N.</summary>
    public int Inputs { get; }

    /// <summary>M, all parts together.</summary>
    public int Variables { get; }

    /// <summary>Block columns that met the operator or its adjoint so far.</summary>
    public long Products { get; private set; }
}
