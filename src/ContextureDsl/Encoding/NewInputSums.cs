using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>The sums Σⱼ wⱼ Σₐ Rⱼ(a|x) νᵢ(j, a) of several new inputs, and how much of the evidence went into them.</summary>
/// <param name="inputs">How many.</param>
/// <param name="rank">d.</param>
internal sealed class NewInputSums(int inputs, int rank)
{
    private readonly double[] sums = new double[ArrayLimit.Checked((long)inputs * rank, "coordinates of new inputs")];

    /// <summary>Numbers of a vector, d.</summary>
    public int Rank => rank;

    /// <summary>By input: the sum of the shares of the parts that had a known value.</summary>
    public double[] Shares { get; } = new double[inputs];

    /// <summary>By input: the share of the weight of its evidence that lay on known values, the parts weighted by their shares.</summary>
    public double[] KnownShares { get; } = new double[inputs];

    /// <summary>By input: the sum of the shares of the parts that had any value, known or not.</summary>
    public double[] SeenShares { get; } = new double[inputs];

    /// <summary>The coordinates of one input.</summary>
    public Span<double> Vector(int input) => sums.AsSpan(input * rank, rank);

    /// <summary>Adds one part's law of an input: its row over the known values, normalised.</summary>
    /// <param name="input">The number of the input here.</param>
    /// <param name="table">The rows of the part.</param>
    /// <param name="row">The one of the input.</param>
    /// <param name="isOperator">Whether weights have either sign: the row then sums to one by what it is, and its numbers, however large, are not summed to find that out.</param>
    /// <param name="known">By column: its number among the known values, or −1.</param>
    /// <param name="variables">The known values.</param>
    public void Add(int input, PairTable table, int row, bool isOperator, int[] known, VariableFunctions variables)
    {
        if (table.RowOffsets[row] == table.RowOffsets[row + 1]) return;
        var isKnown = false;
        var total = 0.0;
        var weight = 0.0;
        var sum = new double[rank];
        for (var k = table.RowOffsets[row]; k < table.RowOffsets[row + 1]; k++)
        {
            total += table.Weights[k];
            if (known[table.Columns[k]] < 0) continue;
            isKnown = true;
            weight += table.Weights[k];
            variables.Evidence.AddRow(known[table.Columns[k]], table.Weights[k], sum);
        }
        SeenShares[input] += variables.Share;
        if (!isKnown) return;
        if (isOperator) total = weight = 1;
        KnownShares[input] += variables.Share * (weight / total);
        Shares[input] += variables.Share;
        var vector = Vector(input);
        for (var i = 0; i < rank; i++) vector[i] += variables.Share * (sum[i] / weight);
    }
}
