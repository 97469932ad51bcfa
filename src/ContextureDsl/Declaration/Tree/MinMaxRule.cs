namespace ContextureDsl.Tree;

/// <summary>
/// How the weights of a convex combination are learnt: in every round wⱼ ← wⱼ exp(rate · zⱼ), normalised again, where z are the standardised losses
/// lⱼ = Σᵢ (1 − ‖Tⱼ* μᵢ‖²) of the parts under the functions μ of the current mix. What the encoder serves worst gains weight.
/// </summary>
/// <param name="Rounds">How often the weights change; each round is one decomposition.</param>
/// <param name="Rate">The step, η.</param>
public sealed record MinMaxRule(int Rounds, double Rate);
