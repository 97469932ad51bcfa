namespace ContextureDsl.Conformance.Kinds;

/// <summary>A row of the random data for labels, channels and buckets.</summary>
/// <param name="Id">X.</param>
/// <param name="Species">The class.</param>
/// <param name="Size">A number.</param>
/// <param name="Weight">How much the row counts; may be zero.</param>
public sealed record Specimen(int Id, Species Species, double Size, double Weight)
{
    /// <summary>Probabilities of two classes, from the size.</summary>
    public IEnumerable<(Species Label, double Probability)> Guess =>
        [(Species, 1 / (1 + Math.Abs(Size))), ((Species)(((int)Species + 1) % 4), Math.Abs(Size) / (1 + Math.Abs(Size)))];
}
