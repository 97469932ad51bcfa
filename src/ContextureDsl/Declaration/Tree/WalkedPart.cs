namespace ContextureDsl.Tree;

/// <summary>A leaf of a declaration with the walk that is taken on it and the name that it was given on the way.</summary>
/// <param name="Part">What is learnt from rows.</param>
/// <param name="Walk">The walk; null where it is taken as it is.</param>
/// <param name="Name">The outermost name; null without one.</param>
internal sealed record WalkedPart(PartNode Part, WalkLaw? Walk, string? Name)
{
    /// <summary>The leaf behind names and walks; null where a mix stands behind them.</summary>
    public static WalkedPart? Of(ContextNode node)
    {
        WalkLaw? walk = null;
        string? name = null;
        while (true)
        {
            switch (node)
            {
                case PartNode part:
                    return new(part, walk, name);
                case NamedNode named:
                    (node, name) = (named.Context, name ?? named.Name);
                    break;
                case WalkNode walked:
                    (node, walk) = (walked.Context, walk is null ? walked.Law : walked.Law.Then(walk));
                    break;
                default:
                    return null;
            }
        }
    }

    /// <summary>Whether both are the same context: the same leaf of the tree, not only an equal one, and the same walk.</summary>
    /// <remarks>Equal texts may mean different things where their lambdas capture different values, so that only what was said once counts as said twice.</remarks>
    public bool IsSame(PartNode part, WalkLaw? walk) => ReferenceEquals(Part, part) && Walk?.ToString() == walk?.ToString();
}
