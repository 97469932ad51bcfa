namespace ContextureDsl.Execution;

/// <summary>A pair that was held out, and an input that its context value was never seen with.</summary>
internal readonly record struct HeldOutPair(int Input, int Variable, int OtherInput);
