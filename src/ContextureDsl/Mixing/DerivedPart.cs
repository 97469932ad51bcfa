using ContextureDsl.Tree;

namespace ContextureDsl.Mixing;

/// <summary>A part that is made of others: two contexts that are seen at once.</summary>
/// <param name="Node">The declaration.</param>
/// <param name="First">The number of the part of a₁; −1 where it is a mix, whose law new inputs have no rows for.</param>
/// <param name="Second">The same for a₂.</param>
internal sealed record DerivedPart(JointNode Node, int First, int Second);
