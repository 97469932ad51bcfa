using ContextureDsl.Compiler.Equality;
using ContextureDsl.Mixing;

namespace ContextureDsl.Generators.Planning;

/// <summary>The mix of a declaration, simplified.</summary>
/// <param name="Formulas">T, or TT* where parts are tagged, in the user's names; one for every encoder that is concatenated.</param>
/// <param name="Rewrites">What was done to the expression as declared, one sentence each.</param>
/// <param name="Remarks">What the user should know of it, one sentence each.</param>
public sealed record MixPlan(EquatableArray<string> Formulas, EquatableArray<string> Rewrites, EquatableArray<string> Remarks)
{
    /// <summary>Whether it is one context or a convex combination with declared weights, whose operator is one sum over the parts.</summary>
    public required bool IsPlain { get; init; }

    /// <summary>The expression that an operator is written for; null for several encoders. A part whose inputs are seen with themselves is taken for the identity, which the counts confirm before the operator runs. Its weights are those of the declaration where they are constant, and stand for themselves elsewhere.</summary>
    internal MixTerm? Term { get; init; }

    /// <summary>The formula of the expression that an operator is written for.</summary>
    public required string TermFormula { get; init; }
}
