namespace ContextureDsl;

/// <summary>What a corrupted column gets in place of its number. The range of a column is that of the rows that were learnt from.</summary>
public enum Replacement
{
    /// <summary>Uniform between the smallest and the largest number of the column, 1e-6 beyond on both sides.</summary>
    Uniform,

    /// <summary>Normal around the middle of the range, with a quarter of the range as deviation.</summary>
    Normal,

    /// <summary>One of two normals, each with probability one half: around the smallest and around the largest number, with an eighth of the range as deviation.</summary>
    TwoNormals,

    /// <summary>The number that a row has in this column, each row with the same probability, the input's own among them: the column's marginal.</summary>
    Marginal,
}
