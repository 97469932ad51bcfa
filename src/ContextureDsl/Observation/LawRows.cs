namespace ContextureDsl.Observation;

/// <summary>What all laws are held to.</summary>
internal static class LawRows
{
    /// <summary>How far from one probabilities may sum; they are divided by their sum.</summary>
    public const double Slack = 1e-6;
}
