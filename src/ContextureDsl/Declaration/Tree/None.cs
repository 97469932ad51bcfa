namespace ContextureDsl.Tree;

/// <summary>What a row gives in second place where it gives one thing only.</summary>
public readonly record struct None;
