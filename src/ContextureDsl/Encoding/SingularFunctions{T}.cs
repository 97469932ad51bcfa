using System.Numerics;

namespace ContextureDsl;

/// <summary>Singular functions in one precision.</summary>
internal sealed class SingularFunctions<T> : SingularFunctions
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] values;

    /// <summary>Takes over whitened functions, n × d, row-major.</summary>
    public SingularFunctions(T[] values, int count, int rank) : base(count, rank) => this.values = values;

    /// <inheritdoc/>
    public override Precision Precision => typeof(T) == typeof(float) ? Precision.Single : Precision.Double;

    /// <summary>Divides orthonormal columns by √(share · marginal).</summary>
    /// <param name="orthonormal">n × d, row-major.</param>
    /// <param name="marginal">n positive numbers.</param>
    /// <param name="share">The share of the part in the mix; 1 where nothing is mixed, and on the side of the inputs.</param>
    /// <param name="rank">d.</param>
    /// <exception cref="FunctionRangeException">A value is not a finite number of this precision.</exception>
    public static SingularFunctions<T> FromOrthonormal(ReadOnlySpan<T> orthonormal, ReadOnlySpan<double> marginal, double share, int rank)
    {
        if (orthonormal.Length != (long)marginal.Length * rank)
            throw new ArgumentException($"{orthonormal.Length} numbers are not {marginal.Length} rows of {rank} functions.", nameof(orthonormal));
        var values = new T[orthonormal.Length];
        for (var row = 0; row < marginal.Length; row++)
        {
            var factor = 1 / Math.Sqrt(share * marginal[row]);
            for (var i = row * rank; i < (row + 1) * rank; i++)
            {
                values[i] = T.CreateTruncating(double.CreateTruncating(orthonormal[i]) * factor);
                if (!T.IsFinite(values[i])) throw FunctionRangeException.Of<T>(row, i - row * rank, share * marginal[row]);
            }
        }
        return new(values, marginal.Length, rank);
    }

    /// <inheritdoc/>
    public override void AddRow(int row, double weight, Span<double> sum)
    {
        var functions = Row(row);
        for (var i = 0; i < functions.Length; i++) sum[i] += weight * double.CreateTruncating(functions[i]);
    }

    /// <inheritdoc/>
    public override void CopyRow(int row, ReadOnlySpan<double> factors, Span<double> destination)
    {
        var functions = Row(row);
        for (var i = 0; i < functions.Length; i++) destination[i] = factors[i] * double.CreateTruncating(functions[i]);
    }

    /// <inheritdoc/>
    public override float[] Coordinates(double[] factors)
    {
        if (values is float[] single && Array.TrueForAll(factors, factor => factor == 1)) return single;
        var coordinates = new float[values.Length];
        for (var i = 0; i < coordinates.Length; i += Rank)
            for (var k = 0; k < Rank; k++)
                coordinates[i + k] = (float)(factors[k] * double.CreateTruncating(values[i + k]));
        return coordinates;
    }

    /// <inheritdoc/>
    public override SingularFunctions At(int rank)
    {
        var kept = new T[Count * rank];
        for (var row = 0; row < Count; row++) Row(row)[..rank].CopyTo(kept.AsSpan(row * rank));
        return new SingularFunctions<T>(kept, Count, rank);
    }

    /// <inheritdoc/>
    public override void Write(FileSink sink) => sink.Numbers<T>(values);

    private ReadOnlySpan<T> Row(int row) => values.AsSpan(row * Rank, Rank);
}
