namespace ContextureDsl.Observation;

/// <summary>Conditional laws in compressed rows: row x holds the a with P(a|x) > 0, ascending.</summary>
/// <param name="Offsets">One more than rows.</param>
/// <param name="Columns">a.</param>
/// <param name="Weights">P(a|x); every row sums to one.</param>
internal sealed record LawRows(int[] Offsets, int[] Columns, double[] Weights);
