namespace ContextureDsl;

/// <summary>Where a long computation stands.</summary>
/// <param name="Stage">"reading SOURCE", "counting", "computing STEP" and "writing down" for laws that take time, "weights" where they are learnt, "decomposing"; of advice "holding out" and "advising", with STEP.</param>
/// <param name="Done">Events read, rows of a law computed, or rounds of the iteration done.</param>
/// <param name="Total">How many there will be, where that is known.</param>
/// <param name="Residual">The largest residual of the wanted functions so far; NaN before the iteration.</param>
public readonly record struct LearnProgress(string Stage, long Done, long? Total, double Residual);
