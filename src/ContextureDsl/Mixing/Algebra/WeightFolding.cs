using System.Collections.Generic;
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

    /// <summary>The parts of tagged mixes whose weight cannot be taken in and is multiplied at every product; what follows the expression and what was emitted for it know them by their place here.</summary>
    /// <param name="root">The whole mix.</param>
    public static IReadOnlyList<WeighedTerm> Left(MixTerm root) => [.. root.All().OfType<ConvexTerm>().SelectMany(convex => convex.Parts).Where(part => !IsPossible(root, part.Term))];

    private static int Uses(MixTerm term, int part) => term.All().Count(one => one is PartTerm own && own.Part == part);
}
