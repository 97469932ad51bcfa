namespace ContextureDsl;

/// <summary>How far the parts of a mix speak of the same inputs, counted before <see cref="RarePairs"/> sets anything aside; see <see cref="Population"/> and <see cref="Unseen"/>.</summary>
/// <param name="Inputs">Distinct inputs of all parts together.</param>
/// <param name="Shared">Those that every part saw.</param>
/// <param name="LeftOut">Those left out because the first part (<see cref="Population.First"/>) or some part (<see cref="Unseen.Drop"/>) never saw them; they are unknown to the encoder.</param>
public sealed record Overlap(int Inputs, int Shared, int LeftOut)
{
    /// <summary>What an error message adds to its numbers; empty where nothing was left out.</summary>
    internal string Clause() => LeftOut == 0 ? "" : FormattableString.Invariant(
        $", once {LeftOut} of {Inputs} inputs that not every part saw were left out (as Population and Unseen say)");
}
