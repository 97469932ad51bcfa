using System.Numerics.Tensors;

namespace ContextureDsl;

/// <summary>Exact nearest neighbours by cosine over n × d coordinates: one pass, O(n d), no index that could be wrong.</summary>
internal sealed class NeighbourSearch
{
    private const int RowsPerBlock = 512;

    /// <summary>Lengths between 2^-40 and 2^40 have squares, and products with any point, that single precision holds; a longer or shorter row is scaled, which leaves its cosines as they are.</summary>
    private const float Longest = 1L << 40;

    private readonly float[] coordinates;
    private readonly float[] directions;
    private readonly float[] inverseNorms;
    private readonly int rank;

    /// <summary>Takes over coordinates, row-major.</summary>
    public NeighbourSearch(float[] coordinates, int count, int rank)
    {
        this.rank = rank;
        this.coordinates = coordinates;
        directions = InRange(coordinates, count);
        inverseNorms = new float[count];
        for (var row = 0; row < count; row++) inverseNorms[row] = InverseNorm(Direction(row));
    }

    /// <summary>The vector of a row.</summary>
    public ReadOnlySpan<float> Row(int row) => coordinates.AsSpan(row * rank, rank);

    /// <summary>The vector of a row, scaled if its length is extreme.</summary>
    public ReadOnlySpan<float> Direction(int row) => directions.AsSpan(row * rank, rank);

    /// <summary>The rows of largest cosine, descending; equal cosines by row number.</summary>
    /// <param name="point">d numbers.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="excluded">A row left out; −1 leaves none out.</param>
    public (int Row, double Similarity)[] Nearest(ReadOnlySpan<float> point, int count, int excluded)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var scale = InverseNorm(point);
        var best = new PriorityQueue<int, (float Similarity, int Row)>(Comparer<(float Similarity, int Row)>.Create(WorstFirst));
        Span<float> similarities = stackalloc float[RowsPerBlock];
        for (var first = 0; first < inverseNorms.Length; first += RowsPerBlock)
        {
            var block = similarities[..Math.Min(RowsPerBlock, inverseNorms.Length - first)];
            for (var i = 0; i < block.Length; i++) block[i] = TensorPrimitives.Dot(point, Direction(first + i));
            TensorPrimitives.Multiply(block, inverseNorms.AsSpan(first, block.Length), block);
            TensorPrimitives.Multiply(block, scale, block);
            for (var i = 0; i < block.Length; i++)
            {
                if (first + i == excluded) continue;
                if (best.Count < count) best.Enqueue(first + i, (block[i], first + i));
                else best.EnqueueDequeue(first + i, (block[i], first + i));
            }
        }
        return Ordered(best);
    }

    /// <summary>Refuses a point that has no direction among vectors of this rank.</summary>
    public static void Check(ReadOnlySpan<float> point, int rank)
    {
        if (point.Length != rank) throw new ArgumentException($"The point has {point.Length} numbers; the vectors have {rank}.", nameof(point));
        var norm = TensorPrimitives.Norm(point);
        if (!float.IsFinite(norm)) throw new ArgumentException("The point holds a number that is not finite, or too large to have a length.", nameof(point));
        if (norm == 0) throw new ArgumentException("The point is the zero vector, which has no direction. A new input without a known context value is embedded so; ask TryEmbedNew whether one was known.", nameof(point));
    }

    /// <summary>The coordinates, copied only if a row has to be scaled; by a power of two, so that nothing is rounded.</summary>
    private float[] InRange(float[] given, int count)
    {
        var scaled = given;
        for (var row = 0; row < count; row++)
        {
            var vector = given.AsSpan(row * rank, rank);
            var largest = Math.Abs(TensorPrimitives.MaxMagnitude(vector));
            if (largest == 0 || largest is >= 1 / Longest and <= Longest) continue;
            if (ReferenceEquals(scaled, given)) scaled = [.. given];
            var exponent = -Math.ILogB(largest);
            for (var k = 0; k < rank; k++) scaled[row * rank + k] = (float)Math.ScaleB(vector[k], exponent);
        }
        return scaled;
    }

    private static (int Row, double Similarity)[] Ordered(PriorityQueue<int, (float Similarity, int Row)> best)
    {
        var ordered = new (int, double)[best.Count];
        for (var i = ordered.Length - 1; best.TryDequeue(out var row, out var rankedBy); i--)
            ordered[i] = (row, Math.Clamp(rankedBy.Similarity, -1.0, 1.0));
        return ordered;
    }

    private static int WorstFirst((float Similarity, int Row) one, (float Similarity, int Row) other)
    {
        var bySimilarity = one.Similarity.CompareTo(other.Similarity);
        return bySimilarity != 0 ? bySimilarity : other.Row.CompareTo(one.Row);
    }

    private static float InverseNorm(ReadOnlySpan<float> vector)
    {
        var norm = TensorPrimitives.Norm(vector);
        return norm > 0 ? 1 / norm : 0;
    }
}
