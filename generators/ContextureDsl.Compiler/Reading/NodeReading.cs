using System.Collections.Generic;

namespace ContextureDsl.Compiler.Reading;

/// <summary>What an expression of a declaration stands for. Holds operations and symbols of one compilation, so it is for analyzers only and never part of a model.</summary>
public abstract class NodeReading
{
    private protected NodeReading() { }

    /// <summary>The contexts that it is made of, in the order of the tree; none for a leaf.</summary>
    public virtual IEnumerable<NodeReading> Children => [];

    /// <summary>Whether both are the same object in the tree, whatever they are called, and not only written alike.</summary>
    public bool IsSameContext(NodeReading other) =>
        ReferenceEquals(this, other) || (WalkedReading.Of(this) is { } own && WalkedReading.Of(other) is { } its && own.IsSame(its) == true);
}
