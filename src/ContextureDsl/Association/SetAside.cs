namespace ContextureDsl;

/// <summary>What the guard against tiny components left out; see <see cref="RarePairs"/>.</summary>
/// <param name="Components">Components left out.</param>
/// <param name="Inputs">Inputs left out; they are unknown to the encoder.</param>
/// <param name="Variables">Context values left out.</param>
/// <param name="Pairs">Distinct pairs left out.</param>
/// <param name="Mass">Their share of P⁺.</param>
public sealed record SetAside(int Components, int Inputs, int Variables, long Pairs, double Mass)
{
    /// <summary>Nothing was left out.</summary>
    public static SetAside Nothing { get; } = new(0, 0, 0, 0, 0);

    /// <summary>What an error message adds to its numbers; empty where nothing was left out.</summary>
    internal string Clause() => Components == 0 ? "" : FormattableString.Invariant(
        $", once {Components} tiny components with {Inputs} inputs and {Variables} context values were set aside (RarePairs.Keep keeps them)");
}
