using ContextureDsl.Compiler.Equality;

namespace ContextureDsl.Compiler.Model;

/// <summary>A tagged convex combination.</summary>
/// <param name="Parts">The parts in order.</param>
public sealed record ConvexModel(EquatableArray<ConvexPartModel> Parts) : ContextModel;
