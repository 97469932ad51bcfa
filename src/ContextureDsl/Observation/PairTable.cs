namespace ContextureDsl.Observation;

/// <summary>
/// Counted pairs in compressed rows: row x holds its distinct context numbers in ascending order with their weights.
/// Rows may be empty (an input of a mix that this part never saw).
/// </summary>
public sealed class PairTable
{
    /// <summary>Takes the arrays over; nobody writes to them afterwards.</summary>
    public PairTable(int inputs, int variables, int[] rowOffsets, int[] columns, double[] weights)
    {
        Inputs = inputs;
        Variables = variables;
        RowOffsets = rowOffsets;
        Columns = columns;
        Weights = weights;
    }

    /// <summary>Number of rows N.</summary>
    public int Inputs { get; }

    /// <summary>Number of columns M.</summary>
    public int Variables { get; }

    /// <summary>N + 1 positions in <see cref="Columns"/>.</summary>
    public int[] RowOffsets { get; }

    /// <summary>Context numbers, ascending within a row.</summary>
    public int[] Columns { get; }

    /// <summary>Weights, finite and positive; those of an operator that is no law, such as a teacher's, have either sign, and every row and column has a positive sum.</summary>
    public double[] Weights { get; }

    /// <summary>Number of distinct pairs.</summary>
    public int Pairs => Columns.Length;
}
