namespace ContextureDsl.Tree;

/// <summary>A part of a declaration with its place in the mix.</summary>
/// <param name="Share">Its share; the shares of all parts sum to one.</param>
/// <param name="Part">What it is learnt from.</param>
/// <param name="Name">The declared name, otherwise what says what A is.</param>
public sealed record DeclaredPart(double Share, PartNode Part, string Name)
{
    /// <summary>The walk that is taken on it; null where it is taken as it is.</summary>
    public WalkLaw? Walk { get; init; }
}
