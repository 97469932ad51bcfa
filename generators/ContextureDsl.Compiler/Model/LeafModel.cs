namespace ContextureDsl.Compiler.Model;

/// <summary>A part of the declaration where it stands in the tree.</summary>
/// <param name="Part">Which part: a leaf with a walk on it is a part of its own, and its walk stands in the tree.</param>
/// <param name="Leaf">Which leaf: what stands in the tree twice is the same one.</param>
public sealed record LeafModel(int Part, int Leaf) : ContextModel;
