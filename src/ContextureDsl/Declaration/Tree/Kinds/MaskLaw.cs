namespace ContextureDsl.Tree;

/// <summary>The law of which places of a stretch of tokens can be seen. A mask has bit i set where the token at place i can be seen; a stretch has at most 64 places.</summary>
/// <remarks>For independent tokens the singular values follow from the law alone: s_S² = P(all places of S can be seen) for every set S of places.</remarks>
public abstract class MaskLaw
{
    private const int LargestEnumeration = 1 << 12;
    private const int LongestStretch = 64; // a mask is one machine word

    private protected MaskLaw() { }

    /// <summary>How many masks of a stretch have a positive probability.</summary>
    internal abstract double Count(int length);

    /// <summary>All masks of a stretch with their probabilities, which are positive and sum to one.</summary>
    internal abstract IReadOnlyList<(ulong Visible, double Probability)> Enumerate(int length);

    /// <summary>Whether no place is ever visible.</summary>
    internal abstract bool HidesAll(int length);

    /// <summary>One mask of a stretch.</summary>
    internal abstract ulong Drawn(int length, Draw draw);

    /// <summary>One mask of those that leave something of the wanted places visible, as the part of it that lies there.</summary>
    /// <param name="length">Number of places.</param>
    /// <param name="wanted">Some places, at least one.</param>
    /// <param name="draw">Random numbers.</param>
    internal virtual ulong DrawnVisible(int length, ulong wanted, Draw draw)
    {
        // Some place is visible in every mask, and all places equally often: a wanted one is after as many tries as there are places, on average, at most.
        while (true)
            if ((Drawn(length, draw) & wanted) is not 0 and var visible) return visible;
    }

    /// <summary>Checks a length against the law.</summary>
    /// <exception cref="DeclarationException">It is out of range.</exception>
    internal virtual void Check(string step, int length)
    {
        if (length is < 1 or > LongestStretch)
            throw new DeclarationException(FormattableString.Invariant($"{step} has the length {length}. A stretch has between 1 and {LongestStretch} tokens. Correct the length."));
    }

    /// <summary>Enumerated where no number of draws is given, otherwise sampled.</summary>
    /// <exception cref="DeclarationException">There are too many masks to enumerate, or not even one draw.</exception>
    internal Estimation EstimationOf(string step, int length, int? draws, long seed)
    {
        if (draws is { } count) return Estimation.Sampled(count, seed);
        return Count(length) <= LargestEnumeration
            ? Estimation.Enumerated
            : throw new DeclarationException(FormattableString.Invariant($"{step} has {Count(length):N0} masks. Up to {LargestEnumeration:N0} are enumerated. Give a number of draws, such as draws: 16, or a shorter length."));
    }
}
