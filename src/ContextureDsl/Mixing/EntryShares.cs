namespace ContextureDsl.Mixing;

/// <summary>How probable it is that a part is the one that an input meets first: its weights multiplied, and of a convolution the first factor only. What enters by the identity is not among them.</summary>
internal static class EntryShares
{
    /// <summary>By number of the part.</summary>
    public static IReadOnlyDictionary<int, double> Of(MixTerm term)
    {
        var shares = new SortedDictionary<int, double>();
        Collect(term, 1, shares);
        return shares;
    }

    private static void Collect(MixTerm term, double share, SortedDictionary<int, double> shares)
    {
        switch (term)
        {
            case PartTerm part:
                shares[part.Part] = shares.GetValueOrDefault(part.Part) + share;
                break;
            case CombinationTerm combination:
                foreach (var part in combination.Parts) Collect(part.Term, share * part.Weight, shares);
                break;
            case ChainTerm chain:
                if (chain.Through.Count > 0) Collect(chain.Through[0], share, shares);
                break;
            case WalkTerm walk:
                Collect(walk.Step, share, shares);
                break;
        }
    }
}
