using System.Linq;

namespace ContextureDsl.Mixing;

/// <summary>Where the weight of a term can be taken into the numbers of its parts, so that it costs nothing: every part that gives its columns stands in the whole mix once.</summary>
internal static class WeightFolding
{
    /// <summary>Whether the weight of a term within a mix can be taken into its parts.</summary>
    /// <param name="root">The whole mix.</param>
    /// <param name="term">The term.</param>
    public static bool IsPossible(MixTerm root, MixTerm term) => term switch
    {
        PartTerm part => Uses(root, part.Part) == 1,
        ChainTerm { Last: { } last } => IsPossible(root, last),
        CombinationTerm combination => combination.Children.All(child => IsPossible(root, child)),
        _ => false,
    };

    private static int Uses(MixTerm term, int part) => term is PartTerm own ? (own.Part == part ? 1 : 0) : term.Children.Sum(child => Uses(child, part));
}
