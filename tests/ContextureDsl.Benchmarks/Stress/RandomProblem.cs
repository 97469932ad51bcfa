using ContextureDsl.Association;
using ContextureDsl.Observation;
using MathNet.Numerics.LinearAlgebra;

namespace ContextureDsl.Benchmarks.Stress;

/// <summary>A table of weights with a spectrum of some kind, and the same as a dense matrix, computed the plain way.</summary>
internal sealed class RandomProblem
{
    /// <param name="weights">Not negative; rows and columns without weight are left out.</param>
    public RandomProblem(double[,] weights)
    {
        var rows = Enumerable.Range(0, weights.GetLength(0)).Where(x => Enumerable.Range(0, weights.GetLength(1)).Any(a => weights[x, a] > 0)).ToArray();
        var columns = Enumerable.Range(0, weights.GetLength(1)).Where(a => rows.Any(x => weights[x, a] > 0)).ToArray();
        var (offsets, indices, values) = (new int[rows.Length + 1], new List<int>(), new List<double>());
        for (var x = 0; x < rows.Length; x++)
        {
            for (var a = 0; a < columns.Length; a++)
            {
                if (weights[rows[x], columns[a]] == 0) continue;
                indices.Add(a);
                values.Add(weights[rows[x], columns[a]]);
            }
            offsets[x + 1] = indices.Count;
        }
        Table = new(rows.Length, columns.Length, offsets, [.. indices], [.. values]);
    }

    /// <summary>The weights.</summary>
    public PairTable Table { get; }

    /// <summary>P⁺.</summary>
    public JointDistribution Joint()
    {
        var sums = new double[Table.Inputs];
        for (var x = 0; x < sums.Length; x++)
            for (var k = Table.RowOffsets[x]; k < Table.RowOffsets[x + 1]; k++) sums[x] += Table.Weights[k];
        var total = sums.Sum();
        var marginal = Array.ConvertAll(sums, sum => sum / total);
        var variables = new double[Table.Variables];
        for (var k = 0; k < Table.Pairs; k++) variables[Table.Columns[k]] += Table.Weights[k] / total;
        return new(marginal, [new JointPart(1, Table, sums, variables, false)]);
    }

    /// <summary>B − √p √qᵀ in double, from the same weights and by no code of the library.</summary>
    public Matrix<double> WithoutConstant(JointDistribution joint)
    {
        var q = joint.Parts[0].VariableMarginal;
        var dense = Matrix<double>.Build.Dense(Table.Inputs, Table.Variables, (x, a) => -Math.Sqrt(joint.InputMarginal[x]) * Math.Sqrt(q[a]));
        for (var x = 0; x < Table.Inputs; x++)
            for (var k = Table.RowOffsets[x]; k < Table.RowOffsets[x + 1]; k++)
                dense[x, Table.Columns[k]] += Math.Sqrt(joint.InputMarginal[x]) * (Table.Weights[k] / joint.Parts[0].RowSums[x]) / Math.Sqrt(q[Table.Columns[k]]);
        return dense;
    }
}
