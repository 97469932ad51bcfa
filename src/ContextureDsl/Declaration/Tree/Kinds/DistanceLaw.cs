namespace ContextureDsl.Tree;

/// <summary>P(a|x) = exp(−γ distance) / row sum: the RBF and the Laplacian kernel, with or without masks.</summary>
public sealed record DistanceLaw : FeatureLaw
{
    /// <exception cref="DeclarationException">A number is out of its range.</exception>
    internal DistanceLaw(FeatureDistance distance, double gamma, double negligible, ColumnMasks? masks)
    {
        if (!(gamma > 0) || double.IsInfinity(gamma)) throw new DeclarationException(FormattableString.Invariant($"gamma: {gamma}. The bandwidth of a kernel is positive and finite: zero would make every input equally near. Start with 1 / (number of columns) on standardised features."));
        if (!(negligible >= 0 && negligible < 1)) throw new DeclarationException(FormattableString.Invariant($"negligible: {negligible}. It is a share of the largest entry of a row: at least 0 and less than 1. Leave it out, or use 1e-6 to keep fewer pairs."));
        Distance = distance;
        Gamma = gamma;
        Negligible = negligible;
        Masks = masks;
    }

    /// <summary>The distance in the exponent.</summary>
    public FeatureDistance Distance { get; }

    /// <summary>γ.</summary>
    public double Gamma { get; }

    /// <summary>Entries below this share of the largest one of their row are left out.</summary>
    public double Negligible { get; }

    /// <summary>The masks; null for none.</summary>
    public ColumnMasks? Masks { get; }

    /// <inheritdoc/>
    public override string Step => Masks is not null ? "MaskedRbf" : Distance == FeatureDistance.CityBlock ? "Laplacian" : "Rbf";
}
