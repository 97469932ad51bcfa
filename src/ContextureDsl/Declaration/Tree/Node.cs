namespace ContextureDsl.Tree;

/// <summary>A node of a declaration. The set of nodes is closed: source, filter, input, observed, kind, walk, named, and the mixes: convex, average, convolve, smooth, joint, concatenation. A further kind of context is a <see cref="Kind"/>, not a node.</summary>
public abstract class Node
{
    private protected Node() { }

    /// <summary>The tree, indented, one node a line; equal for declarations that mean the same.</summary>
    public override string ToString() => TreePrinter.Print(this);
}
