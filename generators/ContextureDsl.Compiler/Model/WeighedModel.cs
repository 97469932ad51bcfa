namespace ContextureDsl.Compiler.Model;

/// <summary>One part of a combination.</summary>
/// <param name="WeightText">The weight as written, for the header comment; the value is taken from the real tree.</param>
/// <param name="Weight">The weight, where it is constant.</param>
/// <param name="Number">Which weight of the declaration it is: a mix that stands in it twice has its weights twice.</param>
/// <param name="Context">The part.</param>
public sealed record WeighedModel(string WeightText, double? Weight, int Number, ContextModel Context);
