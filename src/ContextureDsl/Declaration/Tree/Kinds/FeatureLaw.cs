namespace ContextureDsl.Tree;

/// <summary>Which inputs an input leads to, by their features: P(a|x). The set is closed.</summary>
public abstract record FeatureLaw
{
    private protected FeatureLaw() { }

    /// <summary>The name of the fluent step, for messages.</summary>
    public abstract string Step { get; }
}
