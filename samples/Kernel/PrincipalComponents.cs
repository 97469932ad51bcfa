using MathNet.Numerics.LinearAlgebra;
using Samples.Probe;

/// <summary>The simple peer of a given dimension: principal components of the standardised measurements, their squares and their products.</summary>
public sealed class PrincipalComponents
{
    private readonly Standardiser measurements;
    private readonly Standardiser products;
    private readonly Matrix<double> directions;

    /// <summary>Learns from the same wines as the contexts, without their quality.</summary>
    public PrincipalComponents(IReadOnlyList<Wine> wines, int count)
    {
        float[][] rows = [.. wines.Select(Single)];
        measurements = Standardiser.Of(rows);
        float[][] expanded = [.. rows.Select(Expanded)];
        products = Standardiser.Of(expanded);
        var moments = Matrix<double>.Build.DenseOfRowArrays(products.Apply(expanded));
        directions = moments.TransposeThisAndMultiply(moments).Evd(Symmetricity.Symmetric).EigenVectors;
        directions = directions.SubMatrix(0, directions.RowCount, directions.ColumnCount - count, count);
    }

    /// <summary>The components of a wine.</summary>
    public float[] Of(Wine wine) =>
        [.. directions.TransposeThisAndMultiply(Vector<double>.Build.Dense(products.Apply(Expanded(Single(wine))))).Select(value => (float)value)];

    /// <summary>The measurements as the probe takes them.</summary>
    public static float[] Single(Wine wine) => Array.ConvertAll(wine.Measurements, value => (float)value);

    private float[] Expanded(float[] row)
    {
        var scaled = measurements.Apply(row);
        var expanded = new List<float>();
        for (var i = 0; i < scaled.Length; i++)
        {
            expanded.Add((float)scaled[i]);
            for (var j = 0; j <= i; j++) expanded.Add((float)(scaled[i] * scaled[j]));
        }
        return [.. expanded];
    }
}
