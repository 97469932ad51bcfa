namespace ContextureDsl.Tree;

/// <summary>A block of b places side by side is hidden, every start equally probable; a block that runs past the end goes on at the beginning, so that every place is hidden as often.</summary>
/// <remarks>P(all places of S can be seen) is the share of the n starts whose block misses S.</remarks>
public sealed class BlockMask : MaskLaw
{
    internal BlockMask(int hidden) => Hidden = hidden;

    /// <summary>How many places b are hidden.</summary>
    public int Hidden { get; }

    internal override double Count(int length) => Hidden == 0 || Hidden == length ? 1 : length;

    internal override IReadOnlyList<(ulong Visible, double Probability)> Enumerate(int length)
    {
        var count = (int)Count(length);
        var masks = new (ulong, double)[count];
        for (var start = 0; start < count; start++) masks[start] = (Mask(length, start), 1.0 / count);
        return masks;
    }

    internal override bool HidesAll(int length) => Hidden == length;

    internal override ulong Drawn(int length, Draw draw) => Mask(length, draw.Next(length));

    internal override void Check(string step, int length)
    {
        base.Check(step, length);
        if (Hidden < 0 || Hidden > length)
            throw new DeclarationException(FormattableString.Invariant($"{step} hides a block of {Hidden} of {length} tokens. The number of hidden tokens lies between 0 and the length. Correct one of the two."));
    }

    private ulong Mask(int length, int start)
    {
        var mask = 0UL;
        for (var i = Hidden; i < length; i++) mask |= 1UL << ((start + i) % length);
        return mask;
    }
}
