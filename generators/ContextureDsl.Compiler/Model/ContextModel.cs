namespace ContextureDsl.Compiler.Model;

/// <summary>A node of the tree that Define returns.</summary>
public abstract record ContextModel;
