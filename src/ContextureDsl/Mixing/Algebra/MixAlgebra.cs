using System.Collections.Generic;

namespace ContextureDsl.Mixing;

/// <summary>Rewrites a mix until no pass has anything left to do. Every pass makes the term smaller or shares a factor, so it ends.</summary>
internal static class MixAlgebra
{
    /// <param name="term">The mix as declared.</param>
    /// <param name="identities">The parts that are known to be the identity.</param>
    /// <param name="rewrites">What was done, one sentence each.</param>
    public static MixTerm Simplify(MixTerm term, ICollection<int> identities, out IReadOnlyList<string> rewrites)
    {
        MixPass[] passes = [new RemoveIdentityPass(identities), new FlattenPass(), new MergeDuplicatesPass(), new ShareFactorsPass()];
        var done = new List<string>();
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var pass in passes)
            {
                var next = pass.Apply(term);
                if (next.Equals(term)) continue;
                (term, changed) = (next, true);
                if (!done.Contains(pass.Does)) done.Add(pass.Does);
            }
        }
        rewrites = done;
        return term;
    }
}
