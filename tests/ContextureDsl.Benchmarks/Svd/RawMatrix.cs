using System.Runtime.InteropServices;
using ContextureDsl.Association;
using ContextureDsl.Observation;

namespace ContextureDsl.Benchmarks.Svd;

/// <summary>
/// A normalised matrix B = D_X^{-1/2} P D_A^{-1/2} in compressed rows, from a file (little endian): int32 rows, columns, non-zeros, 0; int32 offsets[rows + 1]; int32 columns[non-zeros];
/// double values[non-zeros].
/// </summary>
/// <param name="Rows">N.</param>
/// <param name="Columns">M.</param>
/// <param name="Offsets">N + 1 positions.</param>
/// <param name="Indices">Column numbers.</param>
/// <param name="Values">B; null for a table of ones that is not normalised.</param>
internal sealed record RawMatrix(int Rows, int Columns, int[] Offsets, int[] Indices, double[]? Values)
{
    public static RawMatrix Read(string path)
    {
        using var file = File.OpenRead(path);
        var header = Read<int>(file, 4);
        return new RawMatrix(header[0], header[1], Read<int>(file, header[0] + 1), Read<int>(file, header[2]), Read<double>(file, header[2]));
    }

    /// <summary>P⁺ back from B: the marginals are the squares of its leading singular vectors, P = √p B √q.</summary>
    public JointDistribution ToJoint()
    {
        var (p, q) = Values is null ? (null, null) : LeadingPair(Values);
        var weights = new double[Indices.Length];
        var sums = new double[Rows];
        var columnSums = new double[Columns];
        for (var x = 0; x < Rows; x++)
        {
            for (var k = Offsets[x]; k < Offsets[x + 1]; k++)
            {
                weights[k] = Values is null ? 1 : p![x] * Values[k] * q![Indices[k]];
                sums[x] += weights[k];
                columnSums[Indices[k]] += weights[k];
            }
        }

        var total = sums.Sum();
        var part = new JointPart(1, new PairTable(Rows, Columns, Offsets, Indices, weights), sums, Array.ConvertAll(columnSums, sum => sum / total), false);
        return new JointDistribution(Array.ConvertAll(sums, sum => sum / total), [part]);
    }

    // Power iteration from the constant, which the positive leading pair is not orthogonal to; its value is 1, so the iterates need no scaling.
    private (double[] Left, double[] Right) LeadingPair(double[] values)
    {
        var left = new double[Rows];
        var right = Enumerable.Repeat(1 / Math.Sqrt(Columns), Columns).ToArray();
        for (var change = 1.0; change > 1e-13;)
        {
            var next = new double[Columns];
            for (var x = 0; x < Rows; x++)
            {
                left[x] = 0;
                for (var k = Offsets[x]; k < Offsets[x + 1]; k++) left[x] += values[k] * right[Indices[k]];
                for (var k = Offsets[x]; k < Offsets[x + 1]; k++) next[Indices[k]] += values[k] * left[x];
            }

            change = 0;
            for (var a = 0; a < Columns; a++) change = Math.Max(change, Math.Abs(next[a] - right[a]));
            right = next;
        }

        var length = Math.Sqrt(right.Sum(value => value * value));
        return (Array.ConvertAll(left, value => value / length), Array.ConvertAll(right, value => value / length));
    }

    private static T[] Read<T>(Stream stream, int count)
        where T : unmanaged
    {
        var values = new T[count];
        stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
