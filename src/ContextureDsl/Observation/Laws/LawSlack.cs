namespace ContextureDsl.Observation;

/// <summary>What all laws are held to; they are divided by their sum.</summary>
internal static class LawSlack
{
    /// <summary>How far from one probabilities may sum.</summary>
    public const double Value = 1e-6;
}
