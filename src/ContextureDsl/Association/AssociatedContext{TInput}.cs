using ContextureDsl.Observation;

namespace ContextureDsl.Association;

/// <summary>P⁺ together with what its rows and columns stand for.</summary>
/// <param name="Inputs">The values of X, in the row order of <paramref name="Joint"/>.</param>
/// <param name="Joint">P⁺.</param>
/// <param name="Parts">The observed contexts over the common alphabet, one per part of <paramref name="Joint"/>; each keeps its own context values.</param>
public sealed record AssociatedContext<TInput>(Alphabet<TInput> Inputs, JointDistribution Joint, IReadOnlyList<ObservedPart<TInput>> Parts)
    where TInput : notnull
{
    /// <summary>Which law the input marginal of <see cref="Joint"/> is.</summary>
    public required Population Population { get; init; }

    /// <summary>How far the parts speak of the same inputs.</summary>
    public required Overlap Overlap { get; init; }

    /// <summary>Makes sure that there is a function besides the constant one: two distinct inputs, and two context values in at least one part.</summary>
    /// <param name="setAside">What the guard left out before; said in the message, as is what the mix left out.</param>
    /// <exception cref="DegenerateContextException">There is one input, or every part has one context value.</exception>
    /// <exception cref="OneClassException">A part that has classes has one of them.</exception>
    public void RequireFunctions(SetAside setAside)
    {
        var leftOut = Overlap.Clause() + setAside.Clause();
        if (Joint.Inputs == 1) throw DegenerateContextException.OneInput(Inputs.Describe(0), leftOut);
        foreach (var part in Parts)
            if (part.HasClasses && part.VariableAlphabet.Count == 1) throw OneClassException.Of(part.Summary.Events, part.VariableAlphabet.Describe(0), leftOut);
        if (Joint.Variables == Parts.Count) throw DegenerateContextException.OneVariable(Parts.Select(part => part.VariableAlphabet.Describe(0)), leftOut);
    }
}
