using ContextureDsl.Association;
using ContextureDsl.Observation;

namespace ContextureDsl.Mixing;

/// <summary>The conditional law R(a|x) of a context, row by row. An empty row is an input that it never saw, whose law is the marginal.</summary>
/// <param name="Offsets">N + 1 positions.</param>
/// <param name="Columns">Context numbers.</param>
/// <param name="Probabilities">R(a|x): each row sums to one.</param>
/// <param name="Marginal">q.</param>
internal sealed record LawTable(int[] Offsets, int[] Columns, double[] Probabilities, double[] Marginal)
{
    /// <summary>How many values an input may be seen with.</summary>
    public int Count(int x) => Offsets[x + 1] > Offsets[x] ? Offsets[x + 1] - Offsets[x] : Marginal.Length;

    /// <summary>Whether the context saw the input.</summary>
    public bool Saw(int x) => Offsets[x + 1] > Offsets[x];

    /// <summary>The i-th value of an input, and its probability.</summary>
    public (int Column, double Probability) At(int x, int i) => Saw(x) ? (Columns[Offsets[x] + i], Probabilities[Offsets[x] + i]) : (i, Marginal[i]);

    /// <summary>The law of a part whose table is its law.</summary>
    public static LawTable Of(JointPart part) => Of(part.Table, part.VariableMarginal);

    /// <summary>The rows of a table, each divided by its sum.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="marginal">The law of inputs whose row is empty.</param>
    public static LawTable Of(PairTable table, double[] marginal)
    {
        var probabilities = new double[table.Pairs];
        for (var x = 0; x < table.Inputs; x++)
        {
            var sum = 0.0;
            for (var i = table.RowOffsets[x]; i < table.RowOffsets[x + 1]; i++) sum += table.Weights[i];
            for (var i = table.RowOffsets[x]; i < table.RowOffsets[x + 1]; i++) probabilities[i] = table.Weights[i] / sum;
        }
        return new(table.RowOffsets, table.Columns, probabilities, marginal);
    }
}
