namespace ContextureDsl.Tree;

/// <summary>Random masks over the columns of feature rows: the law is the mean over the masks, and which mask it was is not shown.</summary>
public sealed record ColumnMasks
{
    /// <exception cref="DeclarationException">The share is not between 0 and 1, or there is not even one mask.</exception>
    internal ColumnMasks(double hidden, int count, long seed)
    {
        if (!(hidden > 0 && hidden < 1)) throw new DeclarationException(FormattableString.Invariant($"hidden: {hidden}. A mask hides a share of the columns between 0 and 1, both excluded: without a hidden column it is the law without masks, and without a visible one there is nothing to compare. Use 0.2."));
        if (count < 1) throw new DeclarationException(FormattableString.Invariant($"masks: {count}. The law is a mean over at least one mask. Use 50."));
        Hidden = hidden;
        Count = count;
        Seed = seed;
    }

    /// <summary>Share of the columns that a mask hides.</summary>
    public double Hidden { get; }

    /// <summary>How many masks.</summary>
    public int Count { get; }

    /// <summary>Seed of the masks.</summary>
    public long Seed { get; }
}
