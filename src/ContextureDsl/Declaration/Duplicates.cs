namespace ContextureDsl;

/// <summary>What several rows with the same pair (x, a) mean.</summary>
public enum Duplicates
{
    /// <summary>Their weights add up: P⁺(x,a) is proportional to how much the pair was seen.</summary>
    Sum,

    /// <summary>The first row counts, later ones are ignored.</summary>
    Once,

    /// <summary>The row with the largest weight counts.</summary>
    Largest,

    /// <summary>The mean of their weights counts.</summary>
    Mean,

    /// <summary>A second row with the same pair is an error that names the row.</summary>
    Reject,
}
