namespace ContextureDsl;

/// <summary>How P⁺ and the singular functions are stored. Sums that decide (Gram matrices, residuals, convergence) are always double.</summary>
public enum Precision
{
    /// <summary>32-bit storage: half the memory traffic; residuals below about 1e-6 are out of reach.</summary>
    Single,

    /// <summary>64-bit storage, for references and fixtures.</summary>
    Double,
}
