namespace ContextureDsl.Tree;

/// <summary>A joint law of an input and something.</summary>
public abstract class ContextNode : Node
{
    private protected ContextNode() { }
}
