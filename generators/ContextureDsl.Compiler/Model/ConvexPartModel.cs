namespace ContextureDsl.Compiler.Model;

/// <summary>One part of a convex combination.</summary>
/// <param name="WeightText">The weight as written, for the header comment; the value is taken from the real tree.</param>
/// <param name="Context">The part.</param>
public sealed record ConvexPartModel(string WeightText, ContextModel Context);
