namespace ContextureDsl;

/// <summary>
/// Describes how values that practically never repeat become codewords that do: k-means over their rows of numbers. A description only; the codewords are learnt with the context and
/// belong to its result.
/// </summary>
/// <typeparam name="T">What is encoded.</typeparam>
public abstract class Codebook<T>
{
    private protected Codebook(int codewords, long seed)
    {
        if (codewords < 1)
            throw new DeclarationException(FormattableString.Invariant($"A codebook of {codewords} codewords. It needs at least 1, and 2 or more to tell anything apart."));
        Codewords = codewords;
        Seed = seed;
    }

    /// <summary>Number of codewords.</summary>
    public int Codewords { get; }

    /// <summary>Seed of the start of k-means and of the choice of the values that it looks at.</summary>
    public long Seed { get; }

    /// <summary>The description in canonical text, for the declaration.</summary>
    public abstract override string ToString();
}
