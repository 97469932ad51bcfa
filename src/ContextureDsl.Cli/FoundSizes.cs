namespace ContextureDsl.Cli;

/// <summary>The sizes of a counted table, before rare components are set aside.</summary>
/// <param name="Inputs">Distinct inputs.</param>
/// <param name="Variables">Distinct context values.</param>
/// <param name="Pairs">Distinct pairs.</param>
/// <param name="Components">Connected components.</param>
/// <param name="SingletonPairs">Components of one input and one context value.</param>
internal sealed record FoundSizes(int Inputs, int Variables, int Pairs, int Components, int SingletonPairs);
