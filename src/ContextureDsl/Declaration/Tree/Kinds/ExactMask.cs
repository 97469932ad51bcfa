using System.Numerics;

namespace ContextureDsl.Tree;

/// <summary>Exactly m of the n places are hidden, every choice equally probable: P(all places of S can be seen) = C(n − |S|, m) / C(n, m).</summary>
public sealed class ExactMask : MaskLaw
{
    internal ExactMask(int hidden) => Hidden = hidden;

    /// <summary>How many places m are hidden.</summary>
    public int Hidden { get; }

    internal override double Count(int length)
    {
        var count = 1.0;
        for (var i = 1; i <= Hidden; i++) count = count * (length - Hidden + i) / i;
        return Math.Round(count);
    }

    internal override IReadOnlyList<(ulong Visible, double Probability)> Enumerate(int length)
    {
        var probability = 1 / Count(length);
        var masks = new List<(ulong, double)>();
        Choose(masks, probability, length, length - Hidden, 0, 0);
        return masks;
    }

    internal override bool HidesAll(int length) => Hidden == length;

    internal override ulong Drawn(int length, Draw draw)
    {
        // Selection sampling (Knuth 3.4.2 S): each place is taken with the share of the places that are still wanted.
        var mask = 0UL;
        var wanted = length - Hidden;
        for (var place = 0; place < length && wanted > 0; place++)
            if (draw.Next(length - place) < wanted)
            {
                mask |= 1UL << place;
                wanted--;
            }
        return mask;
    }

    internal override void Check(string step, int length)
    {
        base.Check(step, length);
        if (Hidden < 0 || Hidden > length)
            throw new DeclarationException(FormattableString.Invariant($"{step} hides {Hidden} of {length} tokens. The number of hidden tokens lies between 0 and the length. Correct one of the two."));
    }

    private static void Choose(List<(ulong, double)> masks, double probability, int length, int visible, int from, ulong mask)
    {
        if (visible == 0) masks.Add((mask, probability));
        else
            for (var place = from; place <= length - visible; place++) Choose(masks, probability, length, visible - 1, place + 1, mask | 1UL << place);
    }
}
