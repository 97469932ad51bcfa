namespace ContextureDsl.Observation;

/// <summary>Computes the law of one point, dense. Called from several threads.</summary>
internal interface ILawRow
{
    /// <summary>weights[a] = P(a|x) for the point with this number; overwritten, zero where it does not lead.</summary>
    void Fill(int x, Span<double> weights);
}
