namespace ContextureDsl.Tree;

/// <summary>P(a|x) = 1/K on the K nearest, with or without masks.</summary>
public sealed record NearestLaw : FeatureLaw
{
    /// <exception cref="DeclarationException">Not even one neighbour.</exception>
    internal NearestLaw(int count, bool includeSelf, ColumnMasks? masks)
    {
        if (count < 1) throw new DeclarationException(FormattableString.Invariant($"count: {count}. An input is seen with at least one of its nearest. Use 10 to 50."));
        Count = count;
        IncludeSelf = includeSelf;
        Masks = masks;
    }

    /// <summary>K.</summary>
    public int Count { get; }

    /// <summary>Whether an input counts among its own nearest.</summary>
    public bool IncludeSelf { get; }

    /// <summary>The masks; null for none.</summary>
    public ColumnMasks? Masks { get; }

    /// <inheritdoc/>
    public override string Step => Masks is null ? "Nearest" : "MaskedNearest";
}
