using System.Numerics;

namespace ContextureDsl.Mixing;

/// <summary>Makes the products of an expression. Every term has block numbers of its own, so that what one holds is not overwritten by what stands within it.</summary>
internal sealed class TermProducts<T>(MixedOperator<T> matrix, MixedJoint mixed)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly List<WeighedTerm> weights = [.. WeightFolding.Left(mixed.Term)];
    private readonly List<AverageTerm> averages = [.. mixed.Term.All().OfType<AverageTerm>()];
    private readonly Dictionary<string, int> factors = [];
    private int blocks;

    /// <summary>The product of a term.</summary>
    public TermProduct<T> Of(MixTerm term)
    {
        switch (term)
        {
            case PartTerm part:
                return new PartTermProduct<T>(matrix, part.Part);
            case ConvexTerm convex:
                return new ConvexProduct<T>([.. convex.Parts.Select(Weighed)]);
            case AverageTerm average:
                return new AverageProduct<T>(matrix, [.. average.Children.Select(Of)], averages.IndexOf(average), Reserve(average.Parts.Count));
            case ChainTerm chain:
                return new ChainProduct<T>(matrix, [.. chain.Through.Select(Of)], chain.Last is { } last ? Of(last) : null, Reserve(1), [.. chain.Through.Select(Block)]);
            case WalkTerm walk:
                return new WalkTermProduct<T>(matrix, Of(walk.Step), mixed.Walks[walk.Text], Reserve(3));
            default:
                throw new ArgumentException($"{term} has no product: contexts that are seen at once are parts by now.", nameof(term));
        }
    }

    private TermProduct<T> Weighed(WeighedTerm part) => weights.IndexOf(part) is >= 0 and var weight ? new WeighedProduct<T>(matrix, Of(part.Term), weight, Reserve(1)) : Of(part.Term);

    /// <summary>The block between there and back: no product is inside of itself, so that equal factors may have the same.</summary>
    private int Block(MixTerm factor)
    {
        if (!factors.TryGetValue(factor.Text, out var number)) factors[factor.Text] = number = Reserve(1);
        return number;
    }

    private int Reserve(int count)
    {
        blocks += count;
        return blocks - count;
    }
}
