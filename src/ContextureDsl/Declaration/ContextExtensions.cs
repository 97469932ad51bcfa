using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>Walks on contexts from inputs to inputs: graphs, words with the words around them, inputs with their nearest.</summary>
/// <remarks>
/// A walk looks further than one step, or less far, and leaves the eigenfunctions alone: an eigenvalue λ of the one-step law R becomes f(λ). P_X stays as it is: the share of
/// an input in the weight of the rows, for a graph its degree. Walks compose: <c>graph.Lazy(0.5).Steps(3)</c> takes three lazy steps.
/// <para>A lazy step is written into the counted pairs. A longer walk is applied step by step and never as a table, which would be dense: each product costs as many products with the one-step pairs as
/// the walk has steps at most. In exchange χ² is not known then (<see langword="null"/>), and every node must lead on: one that is only ever the end of an edge is an error that names it.</para>
/// <para>A new node has a vector from its edges, which are its first step: its law is that of the walk on the condition that a step was taken, since it is not a place to stay at yet. In a directed
/// graph the walk may never end at some node that an edge leads to; such an edge counts as unknown.</para>
/// </remarks>
public static class ContextExtensions
{
    /// <summary>Stays where it is with the given probability: (1 − stay) R + stay I, λ ↦ stay + (1 − stay) λ.</summary>
    /// <remarks>
    /// From one half up no eigenvalue is negative, so that the largest singular values belong to the smoothest functions. Without it the functions of a graph that is nearly bipartite
    /// start with those that tell neighbours apart, because a singular value is the modulus of an eigenvalue.
    /// </remarks>
    /// <param name="walk">A context from inputs to inputs.</param>
    /// <param name="stay">From 0 to 1. Zero changes nothing; one makes A = X, which teaches nothing.</param>
    /// <exception cref="DeclarationException">The probability is not in [0, 1].</exception>
    public static Context<T, T> Lazy<T>(
        this Context<T, T> walk, [InRange(0, 1, MostMeans = "the walk never leaves, so every input is seen with itself and every singular value is 1")] double stay = 0.5)
        where T : notnull => Walk(walk, nameof(Lazy), WalkLaw.Lazy(stay));

    /// <summary>So many steps at once: Rᵗ, λ ↦ λᵗ.</summary>
    /// <remarks>An even number makes all eigenvalues of a graph non-negative. On a bipartite graph it never leaves the side of the start, so each side becomes a component.</remarks>
    /// <param name="walk">A context from inputs to inputs.</param>
    /// <param name="count">From 1 to <see cref="WalkLaw.MostSteps"/>.</param>
    /// <exception cref="DeclarationException">The count is out of range.</exception>
    public static Context<T, T> Steps<T>(this Context<T, T> walk, [InRange(1, WalkLaw.MostSteps)] int count)
        where T : notnull => Walk(walk, nameof(Steps), WalkLaw.Steps(count));

    /// <summary>The heat kernel: a Poisson number of steps with the given mean, e^{−t(I − R)}, λ ↦ e^{−t(1 − λ)}, which is positive.</summary>
    /// <param name="walk">A context from inputs to inputs.</param>
    /// <param name="time">t: positive and finite.</param>
    /// <exception cref="DeclarationException">The time is not positive and finite, or too long; see <see cref="WalkLaw.Heat"/>.</exception>
    public static Context<T, T> Heat<T>(this Context<T, T> walk, [InRange(0, WalkLaw.MostSteps, AboveLeast = true)] double time = 1)
        where T : notnull => Walk(walk, nameof(Heat), WalkLaw.Heat(time));

    private static Context<T, T> Walk<T>(Context<T, T> walk, string name, WalkLaw law)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(walk);
        var node = new WalkNode(walk.Node, name, law);
        // Composing now finds a walk that is too long where it is declared.
        _ = PartList.Of(node);
        return new(node);
    }
}
