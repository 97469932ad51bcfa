using System.Collections.Generic;
using System.Linq;

namespace ContextureDsl.Mixing;

/// <summary>
/// Convolutions that go through the same context first go through it once: [√w₁ K B₁ | √w₂ K B₂] = K [√w₁ B₁ | √w₂ B₂], and Σ wⱼ K Tⱼ = K Σ wⱼ Tⱼ.
/// </summary>
internal sealed class ShareFactorsPass : MixPass
{
    public override string Does => "a factor that several convolutions begin with applied once";

    protected override MixTerm Rewrite(MixTerm term)
    {
        if (term is not CombinationTerm combination) return term;
        var groups = combination.Parts.GroupBy(part => (part.Term as ChainTerm)?.Through.FirstOrDefault()).ToList();
        if (!groups.Any(group => group.Key is not null && group.Count() > 1)) return term;
        var parts = new List<WeighedTerm>();
        foreach (var group in groups)
        {
            if (group.Key is null || group.Count() == 1) parts.AddRange(group);
            else parts.Add(Shared(combination, group.Key, [.. group]));
        }
        return parts.Count == 1 ? parts[0].Term : combination.With(parts);
    }

    private static WeighedTerm Shared(CombinationTerm combination, MixTerm factor, IReadOnlyList<WeighedTerm> parts)
    {
        var weight = parts.Sum(part => part.Weight);
        return new(weight, new ChainTerm([factor], combination.With([.. parts.Select(part => new WeighedTerm(part.Weight / weight, Rest((ChainTerm)part.Term)))])));
    }

    private static MixTerm Rest(ChainTerm chain) => chain.Through.Count == 1 && chain.Last is { } last ? last : new ChainTerm([.. chain.Through.Skip(1)], chain.Last);
}
