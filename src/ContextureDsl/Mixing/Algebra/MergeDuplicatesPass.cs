using System.Collections.Generic;
using System.Linq;

namespace ContextureDsl.Mixing;

/// <summary>Equal parts of a combination become one with the sum of their weights: w₁TT* + w₂TT* = (w₁ + w₂)TT*, and w₁T + w₂T likewise.</summary>
internal sealed class MergeDuplicatesPass : MixPass
{
    public override string Does => "a part that is mixed in several times merged, its weights added";

    protected override MixTerm Rewrite(MixTerm term)
    {
        if (term is not CombinationTerm combination) return term;
        var merged = combination.Parts.GroupBy(part => part.Term).Select(Merged).ToList();
        return merged.Count == combination.Parts.Count ? term : merged.Count == 1 ? merged[0].Term : combination.With(merged);
    }

    private static WeighedTerm Merged(IEnumerable<WeighedTerm> equal) => new(equal.Sum(part => part.Weight), equal.First().Term);
}
