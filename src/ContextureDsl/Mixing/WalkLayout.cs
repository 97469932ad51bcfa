namespace ContextureDsl.Mixing;

/// <summary>How a walk on a mix lies in the inputs: S = B J with J(a, x) = √(q(a)/p(x)) where a is x, f(S) = Σ cₖ Sᵏ, and the columns of the walk are where it can end, scaled by √(p/q′).</summary>
/// <param name="Law">f.</param>
/// <param name="InputOfVariable">The input that every context value of one step is.</param>
/// <param name="Scales">√(q/p) for each of them.</param>
/// <param name="Ends">The inputs where the walk can end, ascending.</param>
/// <param name="EndScales">√(p/q′) for each of them.</param>
internal sealed record WalkLayout(WalkLaw Law, int[] InputOfVariable, double[] Scales, int[] Ends, double[] EndScales);
