using ContextureDsl.Observation;

namespace ContextureDsl.Mixing;

/// <summary>Columns of a mix that belong together: the values of one context variable, seen with one probability.</summary>
/// <param name="Name">What they are called in a result.</param>
/// <param name="Share">w: the probability that this variable is the one that is seen.</param>
/// <param name="Marginal">q, given that.</param>
/// <param name="Values">The values.</param>
internal sealed record Outlet(string Name, double Share, double[] Marginal, IAlphabet Values);
