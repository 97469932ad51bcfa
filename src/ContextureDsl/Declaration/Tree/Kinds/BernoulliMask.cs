using System.Numerics;

namespace ContextureDsl.Tree;

/// <summary>Every place is hidden with the same probability r, independently: P(all places of S can be seen) = (1 − r)^|S|.</summary>
public sealed class BernoulliMask : MaskLaw
{
    /// <exception cref="DeclarationException">The ratio is no probability.</exception>
    internal BernoulliMask(string step, double ratio)
    {
        if (!(ratio is >= 0 and <= 1))
            throw new DeclarationException(FormattableString.Invariant($"{step} has the ratio {ratio}. It is the probability that a token is hidden, so it lies between 0 and 1. Write 0.4 for 40 per cent, and no division of whole numbers."));
        Ratio = ratio;
    }

    /// <summary>The probability r that a token is hidden.</summary>
    public double Ratio { get; }

    internal override double Count(int length) => Ratio is 0 or 1 ? 1 : Math.Pow(2, length);

    internal override IReadOnlyList<(ulong Visible, double Probability)> Enumerate(int length)
    {
        var all = length == 64 ? ulong.MaxValue : (1UL << length) - 1;
        if (Ratio == 0) return [(all, 1)];
        if (Ratio == 1) return [(0, 1)];
        var byVisible = new double[length + 1];
        for (var seen = 0; seen <= length; seen++) byVisible[seen] = Math.Pow(1 - Ratio, seen) * Math.Pow(Ratio, length - seen);
        var masks = new List<(ulong, double)>(1 << length);
        for (var mask = 0; mask < 1 << length; mask++)
            if (byVisible[BitOperations.PopCount((uint)mask)] is > 0 and var probability) masks.Add(((ulong)mask, probability)); // a power of a tiny ratio may be no number
        return masks;
    }

    internal override bool HidesAll(int length) => Ratio == 1;

    internal override ulong Drawn(int length, Draw draw)
    {
        var mask = 0UL;
        for (var place = 0; place < length; place++)
            if (draw.NextDouble() >= Ratio) mask |= 1UL << place;
        return mask;
    }

    internal override ulong DrawnVisible(int length, ulong wanted, Draw draw)
    {
        // The first visible place has the law (1 − r) rⁱ cut off at the end, found by inverting it: at ratios near 1 nearly every mask shows nothing, and trying again would take for ever.
        var places = BitOperations.PopCount(wanted);
        var skipped = Ratio == 0 ? 0 : (int)(Math.Log(1 - (draw.NextDouble() * (1 - Math.Pow(Ratio, places)))) / Math.Log(Ratio));
        var mask = 0UL;
        var at = 0;
        for (var left = wanted; left != 0; left &= left - 1, at++)
            if (at == Math.Min(skipped, places - 1) || (at > skipped && draw.NextDouble() >= Ratio)) mask |= left & (0 - left);
        return mask;
    }
}
