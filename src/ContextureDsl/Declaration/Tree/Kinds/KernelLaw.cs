namespace ContextureDsl.Tree;

/// <summary>P(a|x) = (k(x, a) + 1e-8) / row sum for a kernel of the user's.</summary>
/// <param name="Kernel">k.</param>
/// <param name="ZeroDiagonal">Whether an input never leads to itself.</param>
public sealed record KernelLaw(Func<ReadOnlySpan<double>, ReadOnlySpan<double>, double> Kernel, bool ZeroDiagonal) : FeatureLaw
{
    /// <inheritdoc/>
    public override string Step => "Kernel";
}
