namespace ContextureDsl.Generators.Planning;

/// <summary>A part as the emitted operator of a mix names it, or an untagged mix within.</summary>
/// <param name="Number">Its number: contexts that are seen at once stand behind the declared parts; untagged mixes are numbered by themselves.</param>
/// <param name="Constant">The constant that holds the number.</param>
/// <param name="Local">A local that holds values of its context variable.</param>
public sealed record MixedPartPlan(int Number, string Constant, string Local);
