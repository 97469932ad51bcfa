using System.Runtime.CompilerServices;

namespace ContextureDsl.Kernels;

/// <summary>
/// Points that may be among the nearest of one query, by a lower bound of their distance. The threshold is the k-th smallest upper bound: whoever's lower bound is above it is
/// farther than k others for sure.
/// </summary>
internal sealed class NearestCandidates
{
    private readonly int wanted;
    private readonly double[] norms;
    private readonly double normFactor;
    private readonly double slack;
    private float[] lows;
    private int[] points;
    private int count;
    private float threshold = float.PositiveInfinity;

    /// <summary>Starts without candidates.</summary>
    /// <param name="wanted">k.</param>
    /// <param name="norms">Squared norms of the points.</param>
    /// <param name="normFactor">Upper bound − lower bound = normFactor · norm + slack.</param>
    /// <param name="slack">See <paramref name="normFactor"/>.</param>
    public NearestCandidates(int wanted, double[] norms, double normFactor, double slack)
    {
        this.wanted = wanted;
        this.norms = norms;
        this.normFactor = normFactor;
        this.slack = slack;

        // Small, so that the threshold falls soon; not too small, since every look at the candidates costs as much as a few points that pass.
        var capacity = 4 * wanted + 32;
        lows = new float[capacity];
        points = new int[capacity];
    }

    /// <summary>Takes a point whose lower bound is within the threshold; gives the threshold from now on.</summary>
    public float Offer(float low, int point)
    {
        if (count == points.Length) MakeRoom();
        if (low > threshold) return threshold;
        lows[count] = low;
        points[count++] = point;
        return threshold;
    }

    /// <summary>The points that are left; at least k of them.</summary>
    public ReadOnlySpan<int> Finish()
    {
        Prune();
        return points.AsSpan(0, count);
    }

    private void MakeRoom()
    {
        Prune();
        if (count <= points.Length / 2) return;
        Array.Resize(ref lows, 2 * points.Length);
        Array.Resize(ref points, 2 * points.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Prune()
    {
        if (count <= wanted) return;

        // The rounding to single precision is within the slack of the bound.
        var highs = new float[count];
        for (var i = 0; i < count; i++) highs[i] = (float)(lows[i] + normFactor * norms[points[i]] + slack);
        threshold = Select(highs, wanted - 1);
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            if (lows[i] > threshold) continue;
            (lows[kept], points[kept]) = (lows[i], points[i]);
            kept++;
        }

        count = kept;
    }

    /// <summary>The number at this position of the ascending order (Hoare 1961); reorders.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Select(Span<float> numbers, int position)
    {
        int first = 0, last = numbers.Length - 1;
        while (first < last)
        {
            var pivot = numbers[first + (last - first) / 2];
            int i = first, j = last;
            while (i <= j)
            {
                while (numbers[i] < pivot) i++;
                while (numbers[j] > pivot) j--;
                if (i > j) break;
                (numbers[i], numbers[j]) = (numbers[j], numbers[i]);
                i++;
                j--;
            }

            if (position <= j) last = j;
            else if (position >= i) first = i;
            else break;
        }

        return numbers[position];
    }
}
