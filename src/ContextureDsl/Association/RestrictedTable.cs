using ContextureDsl.Observation;

namespace ContextureDsl.Association;

/// <summary>Some rows of a table, with their columns numbered anew.</summary>
internal static class RestrictedTable
{
    /// <summary>O(pairs kept).</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">Which rows, ascending.</param>
    /// <param name="columns">Which columns, ascending: all that the rows have.</param>
    public static PairTable Of(PairTable table, int[] rows, int[] columns)
    {
        var renumbered = new int[table.Variables];
        for (var a = 0; a < columns.Length; a++) renumbered[columns[a]] = a;
        var offsets = new int[rows.Length + 1];
        for (var x = 0; x < rows.Length; x++) offsets[x + 1] = offsets[x] + table.RowOffsets[rows[x] + 1] - table.RowOffsets[rows[x]];
        var (keptColumns, weights) = (new int[offsets[^1]], new double[offsets[^1]]);
        for (var x = 0; x < rows.Length; x++)
        {
            var start = table.RowOffsets[rows[x]];
            for (var i = offsets[x]; i < offsets[x + 1]; i++)
            {
                keptColumns[i] = renumbered[table.Columns[start + i - offsets[x]]];
                weights[i] = table.Weights[start + i - offsets[x]];
            }
        }
        return new(rows.Length, columns.Length, offsets, keptColumns, weights);
    }
}
