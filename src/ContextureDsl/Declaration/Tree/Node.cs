namespace ContextureDsl.Tree;

/// <summary>A node of a declaration. The set of kinds is closed: source, filter, input, observed, named, convex.</summary>
public abstract class Node
{
    private protected Node() { }

    /// <summary>The tree, indented, one node a line; equal for declarations that mean the same.</summary>
    public override string ToString() => TreePrinter.Print(this);
}
