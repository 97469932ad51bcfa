using System.Collections.Generic;

namespace ContextureDsl.Compiler.Model;

/// <summary>A node of the tree that Define returns.</summary>
public abstract record ContextModel
{
    /// <summary>What stands in it, in the order of the tree; nothing for a leaf.</summary>
    public virtual IEnumerable<ContextModel> Children => [];
}
