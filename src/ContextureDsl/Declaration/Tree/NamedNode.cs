namespace ContextureDsl.Tree;

/// <summary>A context under a name. The name appears in reports and finds the part in a result; it changes no meaning.</summary>
public sealed class NamedNode : ContextNode
{
    internal NamedNode(ContextNode context, string name)
    {
        Context = context;
        Name = name;
    }

    /// <summary>What is named.</summary>
    public ContextNode Context { get; }

    /// <summary>The name.</summary>
    public string Name { get; }
}
