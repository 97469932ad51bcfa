namespace ContextureDsl;

/// <summary>The right functions of one part, whatever the type of its variable.</summary>
/// <param name="Name">The name of the part.</param>
/// <param name="Share">w.</param>
/// <param name="Keys">The context values.</param>
/// <param name="Marginal">q(a), within the part.</param>
/// <param name="Functions">ν(j, a) = v(j, a)/√(w q(a)).</param>
internal sealed record VariableFunctions(string Name, double Share, VariableKeys Keys, double[] Marginal, SingularFunctions Functions)
{
    /// <summary>The number of the part whose values a new input is seen with.</summary>
    public int Part { get; init; }

    /// <summary>The values that a new input can be seen with: the context values, and for a walk of several steps where its first step can lead.</summary>
    public VariableKeys EvidenceKeys { get; init; } = Keys;

    /// <summary>What stands for ν where a new input is seen with one of <see cref="EvidenceKeys"/>: ν itself, and for a walk of several steps where a first step to the value leads.</summary>
    public SingularFunctions Evidence { get; init; } = Functions;

    /// <summary>The first functions only.</summary>
    public VariableFunctions At(int rank)
    {
        var functions = Functions.At(rank);
        return this with { Functions = functions, Evidence = ReferenceEquals(Evidence, Functions) ? functions : Evidence.At(rank) };
    }
}
