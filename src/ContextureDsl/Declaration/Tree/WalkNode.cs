namespace ContextureDsl.Tree;

/// <summary>A walk of a random number of steps on a context from inputs to inputs.</summary>
public sealed class WalkNode : ContextNode
{
    internal WalkNode(ContextNode context, string name, WalkLaw law)
    {
        Context = context;
        Name = name;
        Law = law;
    }

    /// <summary>One step.</summary>
    public ContextNode Context { get; }

    /// <summary>The name of the fluent step. It is part of the shape; its values are not.</summary>
    public string Name { get; }

    /// <summary>How many steps.</summary>
    public WalkLaw Law { get; }
}
