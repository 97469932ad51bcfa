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
    public void Add(int input, PairTable table, int row, int[] known, VariableFunctions variables)
    {
        var total = 0.0;
        var weight = 0.0;
        var sum = new double[rank];
        for (var k = table.RowOffsets[row]; k < table.RowOffsets[row + 1]; k++)
        {
            total += table.Weights[k];
            if (known[table.Columns[k]] < 0) continue;
            weight += table.Weights[k];
            variables.Evidence.AddRow(known[table.Columns[k]], table.Weights[k], sum);
        }
        if (total == 0) return;
        SeenShares[input] += variables.Share;
        if (weight == 0) return;
        KnownShares[input] += variables.Share * (weight / total);
        Shares[input] += variables.Share;
        var vector = Vector(input);
        for (var i = 0; i < rank; i++) vector[i] += variables.Share * (sum[i] / weight);
    }
}
