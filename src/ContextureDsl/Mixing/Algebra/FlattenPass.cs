using System.Collections.Generic;
using System.Linq;

namespace ContextureDsl.Mixing;

/// <summary>
/// Nested mixes of one kind become one: Σᵢ uᵢ Σⱼ wᵢⱼ TᵢⱼTᵢⱼ* has the weights uᵢwᵢⱼ, and so has the untagged sum. A convolution within a convolution gives its factors: at the end as they are, and before it there and back,
/// because K of T₁T₁*T₂ is K₁K₂K₁. A combination of one part is that part.
/// </summary>
/// <remarks>There and back doubles the factors at every depth, so that a long convolution stays nested: it costs the same products.</remarks>
internal sealed class FlattenPass : MixPass
{
    private const int MostFactors = 64;

    public override string Does => "nested mixes of one kind flattened, their weights multiplied";

    protected override MixTerm Rewrite(MixTerm term) => term switch
    {
        CombinationTerm { Parts.Count: 1 } combination => combination.Parts[0].Term,
        CombinationTerm combination when combination.Children.Any(child => child.GetType() == combination.GetType()) => combination.With([.. combination.Parts.SelectMany(part => Weighed(part, combination))]),
        ChainTerm { Through.Count: 0, Last: { } last } => last,
        ChainTerm chain when chain.Children.Any(child => child is ChainTerm) => Flattened(chain),
        _ => term,
    };

    private static IEnumerable<WeighedTerm> Weighed(WeighedTerm part, CombinationTerm within) =>
        part.Term is CombinationTerm inner && inner.GetType() == within.GetType() ? inner.Parts.Select(one => new WeighedTerm(part.Weight * one.Weight, one.Term)) : [part];

    private static MixTerm Flattened(ChainTerm chain)
    {
        var through = chain.Through.SelectMany(ThereAndBack).ToList();
        var last = chain.Last;
        if (last is ChainTerm end)
        {
            through.AddRange(end.Through);
            last = end.Last;
        }
        return through.Count > MostFactors ? chain : through.Count == 0 && last is not null ? last : new ChainTerm(through, last);
    }

    /// <summary>The factors of K: of K₁…K_m B its own, the K of B, and its own again from right to left.</summary>
    private static IEnumerable<MixTerm> ThereAndBack(MixTerm factor) => factor is not ChainTerm chain ? [factor] : [.. chain.Through, .. chain.Last is null ? [] : new[] { chain.Last }, .. chain.Through.Reverse()];
}
