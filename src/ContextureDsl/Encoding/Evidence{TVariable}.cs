namespace ContextureDsl;

/// <summary>Evidence of a known type.</summary>
internal sealed class Evidence<TVariable> : Evidence
    where TVariable : notnull
{
    private readonly (TVariable Value, double Weight)[] values;

    public Evidence(string part, (TVariable Value, double Weight)[] values) : base(part) => this.values = values;

    internal override void Accumulate(VariableFunctions variables, Span<double> sum, ref double weight, ref int unknown) =>
        OutOfSample.Accumulate(variables.EvidenceKeys.AlphabetOf<TVariable>(), variables.Evidence, values, sum, ref weight, ref unknown);
}
