using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>A walk of two steps or more cannot be taken on the counted pairs: it comes to a node from which nothing leads on, or that a mix leaves out, or all but never to one.</summary>
public sealed class WalkException : ContextureException
{
    /// <summary>Makes the exception with its full sentence.</summary>
    public WalkException(string message) : base(message) { }

    internal static WalkException DeadEnd(IAlphabet nodes, int node, int others, WalkLaw law) => new(FormattableString.Invariant(
        $"The walk ({law}) ends at the node {nodes.Describe(node)}, which is seen as a context value and never as an input: no edge starts there{(others == 0 ? "" : $", nor at {others} other nodes")}. A walk of several steps needs a way on from every node. Declare Undirected, leave such edges out with Where, lower a minimum count that has left the input out, or take one step only (Lazy alone may end anywhere)."));

    internal static WalkException LeftOut(WalkLaw law, string lost) => new(FormattableString.Invariant(
        $"The walk ({law}) passes through {lost} that would be left out because another part of the mix never saw them (Unseen.Drop, Population.First). A walk of several steps needs all of its nodes as inputs. Declare Unseen.Independent, declare the graph first where Population.First is meant, leave the edges of those nodes out with Where, or take one step only."));

    internal static WalkException TooLight(string node, WalkLaw law, double probability) => new(FormattableString.Invariant(
        $"The walk ({law}) ends at the node {node} with the probability {probability:R}, which is too small to divide by. Weights of edges may differ by many orders of magnitude, and a walk multiplies them: leave the lightest edges out, or take fewer steps."));
}
