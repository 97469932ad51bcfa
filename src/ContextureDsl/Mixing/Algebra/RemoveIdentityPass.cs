using System.Collections.Generic;
using System.Linq;

namespace ContextureDsl.Mixing;

/// <summary>A convolution through a context that determines its input goes through it unchanged, because K = I there: that factor is left out.</summary>
internal sealed class RemoveIdentityPass : MixPass
{
    private readonly ICollection<int> identities;

    /// <param name="identities">The parts each of whose context values belongs to one input.</param>
    public RemoveIdentityPass(ICollection<int> identities) => this.identities = identities;

    public override string Does => "a convolution through the identity left out";

    /// <summary>Within contexts that are seen at once the identity stays: it has seen inputs that what follows it may not have, and an input that neither context saw is independent of the pair.</summary>
    public override MixTerm Apply(MixTerm term) => term is JointTerm ? term : base.Apply(term);

    protected override MixTerm Rewrite(MixTerm term)
    {
        if (term is not ChainTerm chain || !chain.Through.Any(IsIdentity)) return term;
        var through = chain.Through.Where(factor => !IsIdentity(factor)).ToList();
        return through.Count == 0 && chain.Last is { } last ? last : new ChainTerm(through, chain.Last);
    }

    private bool IsIdentity(MixTerm factor) => factor is ChainTerm { IsIdentity: true } || (factor is PartTerm part && identities.Contains(part.Part));
}
