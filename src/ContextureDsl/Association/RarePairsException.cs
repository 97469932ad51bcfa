namespace ContextureDsl;

/// <summary>There are tiny components although <see cref="RarePairs.Reject"/> was declared.</summary>
public sealed class RarePairsException : ContextureException
{
    /// <summary>Makes the exception with its full sentence and the counts.</summary>
    public RarePairsException(string message, SetAside rare) : base(message) => Rare = rare;

    /// <summary>What <see cref="RarePairs.SetAside"/> would have left out.</summary>
    public SetAside Rare { get; }

    internal static RarePairsException Of(SetAside rare, int components, (string Input, string Variable) example) => new(FormattableString.Invariant(
        $"{rare.Components} of the {components} connected components have less than 1 % of the weight of the largest one: {rare.Inputs} inputs, {rare.Variables} context values, {rare.Pairs} distinct pairs, {rare.Mass:P3} of the weight. The input {example.Input}, seen with {example.Variable}, is in one of them. Each adds a singular value of exactly 1 that says nothing else. RarePairs.Reject allows none: raise the minimum count, or declare RarePairs.SetAside to leave them out or RarePairs.Keep to keep them."), rare);
}
