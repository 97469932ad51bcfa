using System.Runtime.CompilerServices;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>
/// Node with neighbour: P(a|x) = w(x, a) / Σ w(x, ·), and P_X is the share of a node in the weight of all edges that start there, its (out-)degree. Every step gives a new value.
/// </summary>
/// <remarks>
/// <para><b>Signs.</b> Of an undirected graph T is self-adjoint with eigenvalues in [−1, 1], those of D^{-1/2} W D^{-1/2}, and a singular value is the modulus of one: s = |λ|. Functions that tell
/// neighbours apart (λ near −1) therefore stand beside those that hold them together (λ near 1). An even cycle and a star have s₁ = 1 although they hang together: the function is which side a node is on.
/// K_n has λ = −1/(n − 1) only. <see cref="Spectrum.SignedValues"/> says the signs; <see cref="ContextExtensions.Lazy"/> with one half makes all λ ≥ 0 and keeps the functions.</para>
/// <para><b>Bipartite graphs</b> (customers and products, words and documents) are pairs of two kinds of things, and so are an <c>Input</c> with a <c>Context</c>: here both ends of an edge are the same kind of thing.</para>
/// </remarks>
public sealed class NeighbourContext<TEvent, TNode> : KindContext<TEvent, TNode, TNode>
    where TNode : notnull
{
    private readonly KindNode<TEvent, TNode, TNode, TNode> node;
    private readonly string? name;

    internal NeighbourContext(KindNode<TEvent, TNode, TNode, TNode> node, string? name = null) : base(node, name)
    {
        this.node = node;
        this.name = name;
    }

    /// <summary>The weight w of an edge: finite and not negative; zero means that the edge is not there. Several rows for one edge are added, unless <see cref="Duplicates"/> says otherwise.</summary>
    /// <param name="weight">Any number that is a double by itself.</param>
    /// <param name="text">The text of the lambda, filled in by the compiler.</param>
    public NeighbourContext<TEvent, TNode> Weight(Func<TEvent, double> weight, [CallerArgumentExpression(nameof(weight))] string text = "") =>
        new(node.Weighed(weight, text), name);

    /// <summary>Counts every edge in both directions with its whole weight; a loop is its own reverse and counts once. P_X is the degree then, and T is self-adjoint.</summary>
    /// <remarks>An edge that stands in the rows in both directions is there twice, like any other that is repeated.</remarks>
    public NeighbourContext<TEvent, TNode> Undirected() => new(node.With(new KindStep(nameof(Undirected), [], []), new NeighbourKind<TNode>(isUndirected: true)), name);

    /// <summary>What several rows with the same edge mean.</summary>
    /// <exception cref="DeclarationException">The policy is none of those that there are.</exception>
    public NeighbourContext<TEvent, TNode> Duplicates(Duplicates policy) =>
        new(node.With(
            null, duplicates: NamedValue.Checked(policy, number => $"Duplicates({number}) of {node.VariableText}")), name);

    /// <summary>Leaves out nodes that start (input) or end (context) fewer counted edges than this. Both are judged on all rows, once.</summary>
    /// <remarks>With equal numbers on both sides an undirected graph stays undirected.</remarks>
    /// <exception cref="DeclarationException">A count is below 1.</exception>
    public NeighbourContext<TEvent, TNode> MinimumCount(int input = 1, int context = 1) =>
        new(node.AtLeast(input, context), name);

    /// <inheritdoc cref="Context{TInput}.Named"/>
    public new NeighbourContext<TEvent, TNode> Named(string name) => new(node, CheckedName(name));
}
