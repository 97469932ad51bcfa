namespace ContextureDsl.Observation;

/// <summary>Learns the inner edges of buckets from numbers with weights. Edges that would leave a bucket without numbers or width are left out.</summary>
internal static class BucketEdges
{
    /// <summary>The edges that divide [smallest, largest] into parts of equal width.</summary>
    public static double[] EqualWidth(ReadOnlySpan<double> numbers, int count)
    {
        double smallest = double.PositiveInfinity, largest = double.NegativeInfinity;
        foreach (var number in numbers) (smallest, largest) = (Math.Min(smallest, number), Math.Max(largest, number));
        var edges = new List<double>(count - 1);
        for (var i = 1; i < count; i++)
        {
            // Not smallest + i · width, which could overflow.
            var edge = (smallest * ((double)(count - i) / count)) + (largest * ((double)i / count));
            if (edge > (edges.Count == 0 ? smallest : edges[^1])) edges.Add(edge);
        }
        return [.. edges];
    }

    /// <summary>Edge i is the least number below which lies at least i/count of the weight.</summary>
    /// <param name="numbers">Sorted here.</param>
    /// <param name="weights">Positive; sorted with the numbers.</param>
    /// <param name="count">How many buckets.</param>
    public static double[] Quantile(Span<double> numbers, Span<double> weights, int count)
    {
        numbers.Sort(weights);
        var total = 0.0;
        foreach (var weight in weights) total += weight;
        var edges = new List<double>(count - 1);
        var below = 0.0;
        var next = 1;
        for (var i = 0; i < numbers.Length && next < count; i++)
        {
            // Equal numbers stay together: what lies below the first of them is judged.
            if (i > 0 && numbers[i] > numbers[i - 1] && below * count >= total * next)
            {
                edges.Add(numbers[i]);
                while (next < count && below * count >= total * next) next++;
            }
            below += weights[i];
        }
        return [.. edges];
    }
}
