namespace ContextureDsl;

/// <summary>Singular functions on the values of one alphabet, whitened: μᵢ(x) = uᵢ(x)/√p(x), so that Σ p(x) μᵢ(x)² = 1. Immutable.</summary>
internal abstract class SingularFunctions
{
    private protected SingularFunctions(int count, int rank)
    {
        Count = count;
        Rank = rank;
    }

    /// <summary>Number of values n.</summary>
    public int Count { get; }

    /// <summary>Number of functions d.</summary>
    public int Rank { get; }

    /// <summary>How they are stored.</summary>
    public abstract Precision Precision { get; }

    /// <summary>sum += weight · μ(row).</summary>
    public abstract void AddRow(int row, double weight, Span<double> sum);

    /// <summary>The functions at one value, each multiplied by its factor.</summary>
    public abstract void CopyRow(int row, ReadOnlySpan<double> factors, Span<double> destination);

    /// <summary>n × d coordinates, row-major; the stored array itself where every factor is one and storage is single.</summary>
    public abstract float[] Coordinates(double[] factors);

    /// <summary>The first functions only.</summary>
    public abstract SingularFunctions At(int rank);

    /// <summary>Writes all n × d numbers.</summary>
    public abstract void Write(FileSink sink);
}
