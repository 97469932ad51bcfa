using ContextureDsl.Compiler.Equality;
using ContextureDsl.Mixing;

namespace ContextureDsl.Generators.Planning;

/// <summary>What is emitted for the operator of a mix that is more than contexts side by side.</summary>
/// <param name="Structure">The expression without weights: the library runs the emitted operator only where it comes to the same.</param>
/// <param name="Parts">The parts that stand in it.</param>
/// <param name="Averages">The untagged mixes in it, from the outside in and from left to right.</param>
/// <param name="Weights">The constants that hold the numbers of the weights that are not in the numbers of the parts.</param>
public sealed record MixedOperatorPlan(string Structure, EquatableArray<MixedPartPlan> Parts, EquatableArray<MixedPartPlan> Averages, EquatableArray<string> Weights)
{
    /// <summary>The expression, in which contexts that are seen at once are parts.</summary>
    internal MixTerm Term { get; init; } = new ChainTerm([], null);
}
