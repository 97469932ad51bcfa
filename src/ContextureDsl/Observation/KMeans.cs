using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ContextureDsl.Kernels;

namespace ContextureDsl.Observation;

/// <summary>
/// k centres of rows of numbers that are close to the minimum of Σ ‖x − c(x)‖²: Lloyd's rounds (1982) from the start of k-means++ (Arthur and Vassilvitskii 2007), whose expected sum is
/// within 8 (ln k + 2) of the best.
/// </summary>
/// <remarks>
/// The same rows, in the same order, and the same seed give the same bits for any number of threads. 2 n k d operations for the start and for each round; 4 n d bytes are read per centre
/// of the start. A cluster that loses all its rows takes the row that is farthest from its own centre, so all k centres are used.
/// </remarks>
internal sealed class KMeans
{
    /// <summary>More rounds move the centres by less than any use of them shows.</summary>
    private const int MostRounds = 30;

    /// <summary>A round that lowers the sum of squares by less than this share is the last one.</summary>
    private const double SmallestGain = 1e-4;

    private readonly float[] centres;
    private readonly CentrePanels panels;

    /// <summary>From known centres, k × d, row-major.</summary>
    public KMeans(float[] centres, int dimension)
    {
        this.centres = centres;
        Dimension = dimension;
        panels = new(centres, dimension);
    }

    /// <summary>Length of a row.</summary>
    public int Dimension { get; }

    /// <summary>Number of centres k.</summary>
    public int Count => centres.Length / Dimension;

    /// <summary>The centres, k × d, row-major.</summary>
    public ReadOnlySpan<float> Centres => centres;

    /// <summary>Finds the centres.</summary>
    /// <param name="rows">n × d, row-major, finite.</param>
    /// <param name="dimension">d, at least 1.</param>
    /// <param name="count">k, at least 1.</param>
    /// <param name="seed">Seed of the start.</param>
    /// <param name="threads">How many threads share the work.</param>
    /// <param name="tooFew">Makes the error where the rows have fewer than k distinct values, from their number.</param>
    /// <param name="cancellationToken">Looked at every few thousand rows.</param>
    public static KMeans Learn(
        ReadOnlyMemory<float> rows, int dimension, int count, long seed, int threads, Func<int, Exception> tooFew, CancellationToken cancellationToken = default)
    {
        var search = new Search(rows, dimension, threads, cancellationToken);
        var means = new KMeans(search.Start(count, seed, tooFew), dimension);
        var before = double.PositiveInfinity;
        for (var round = 0; round < MostRounds; round++)
        {
            var sum = search.Assign(means);
            if (sum >= before * (1 - SmallestGain)) break;
            before = sum;
            means = new(search.Centres(count), dimension);
        }
        return means;
    }

    /// <summary>The nearest centre of each row.</summary>
    /// <param name="rows">n × d, row-major, finite.</param>
    /// <param name="nearest">n numbers of centres are written.</param>
    public void Nearest(ReadOnlySpan<float> rows, Span<int> nearest) => panels.Nearest(rows, nearest, []);

    /// <summary>The rows while centres are sought: which cluster each is in, and how far from the centre.</summary>
    private sealed class Search(ReadOnlyMemory<float> rows, int dimension, int threads, CancellationToken cancellationToken)
    {
        private readonly int count = rows.Length / dimension;
        private readonly int[] nearest = new int[rows.Length / dimension];
        private readonly float[] distances = new float[rows.Length / dimension];

        /// <summary>k-means++: each further centre is a row, drawn with the probability of its squared distance from the centres so far.</summary>
        public float[] Start(int clusters, long seed, Func<int, Exception> tooFew)
        {
            if (count < clusters) throw tooFew(Distinct(clusters));
            var random = new SplitMix(seed);
            var centres = new float[clusters * dimension];
            Array.Fill(distances, float.PositiveInfinity);
            var chosen = random.Next(count);
            for (var cluster = 0; cluster < clusters; cluster++)
            {
                rows.Span.Slice(chosen * dimension, dimension).CopyTo(centres.AsSpan(cluster * dimension));
                var sums = Approach(centres.AsMemory(cluster * dimension, dimension));
                if (cluster + 1 == clusters) break;
                chosen = Draw(sums, random.NextDouble());
                if (chosen < 0) throw tooFew(cluster + 1);
            }
            return centres;
        }

        /// <summary>Puts every row into the cluster of the nearest centre and gives the sum of squares. No cluster stays empty.</summary>
        public double Assign(KMeans means)
        {
            Partition.ForRows(count, threads, cancellationToken, (first, end) => means.panels.Nearest(
                rows.Span[(first * dimension)..(end * dimension)], nearest.AsSpan(first, end - first), distances.AsSpan(first, end - first)));
            FillEmpty(means.Count);
            var sum = 0.0;
            foreach (var distance in distances) sum += distance;
            return sum;
        }

        /// <summary>The means of the clusters. Rows are added in their order, cluster by cluster, so threads make no difference.</summary>
        public float[] Centres(int clusters)
        {
            var offsets = new int[clusters + 1];
            foreach (var cluster in nearest) offsets[cluster + 1]++;
            for (var cluster = 0; cluster < clusters; cluster++) offsets[cluster + 1] += offsets[cluster];
            var order = new int[count];
            var next = offsets.AsSpan(0, clusters).ToArray();
            for (var row = 0; row < count; row++) order[next[nearest[row]]++] = row;
            var centres = new float[clusters * dimension];
            Partition.ForEach(clusters, threads, cancellationToken, cluster =>
                Mean(order.AsSpan(offsets[cluster], offsets[cluster + 1] - offsets[cluster]), centres.AsSpan(cluster * dimension, dimension)));
            return centres;
        }

        private void Mean(ReadOnlySpan<int> members, Span<float> mean)
        {
            var sums = new double[dimension];
            foreach (var row in members)
            {
                var values = rows.Span.Slice(row * dimension, dimension);
                for (var i = 0; i < sums.Length; i++) sums[i] += values[i];
            }
            for (var i = 0; i < sums.Length; i++) mean[i] = (float)(sums[i] / members.Length);
        }

        /// <summary>Lowers the distances to the new centre where it is nearer. Gives the sums by range.</summary>
        private double[] Approach(ReadOnlyMemory<float> centre)
        {
            var sums = new double[Partition.Ranges(count)];
            Partition.ForRows(count, threads, cancellationToken, (first, end) =>
            {
                var sum = 0.0;
                for (var row = first; row < end; row++)
                {
                    var distance = Math.Min(distances[row], SquaredDistance(rows.Span.Slice(row * dimension, dimension), centre.Span));
                    distances[row] = distance;
                    sum += distance;
                }
                sums[first / Partition.Rows] = sum;
            });
            return sums;
        }

        /// <summary>A row with the probability of its distance; −1 where all rows are centres already.</summary>
        private int Draw(double[] sums, double uniform)
        {
            var left = uniform * sums.Sum();
            for (var range = 0; range < sums.Length; range++)
            {
                if (left >= sums[range])
                {
                    left -= sums[range];
                    continue;
                }
                for (var row = range * Partition.Rows; row < Math.Min(count, (range + 1) * Partition.Rows); row++)
                {
                    left -= distances[row];
                    if (left < 0) return row;
                }
            }
            // Rounding may leave a remainder behind the last row that can be drawn.
            return Array.FindLastIndex(distances, distance => distance > 0);
        }

        private void FillEmpty(int clusters)
        {
            var members = new int[clusters];
            foreach (var cluster in nearest) members[cluster]++;
            for (var cluster = 0; cluster < clusters; cluster++)
            {
                if (members[cluster] > 0) continue;
                var farthest = -1;
                for (var row = 0; row < count; row++)
                    if (members[nearest[row]] > 1 && (farthest < 0 || distances[row] > distances[farthest])) farthest = row;
                members[nearest[farthest]]--;
                members[cluster] = 1;
                nearest[farthest] = cluster;
                distances[farthest] = 0;
            }
        }

        /// <summary>The number of distinct rows among fewer than k.</summary>
        private int Distinct(int clusters)
        {
            var seen = 0;
            for (var row = 0; row < Math.Min(count, clusters); row++)
            {
                var isNew = true;
                for (var other = 0; other < row && isNew; other++)
                    isNew = !rows.Span.Slice(row * dimension, dimension).SequenceEqual(rows.Span.Slice(other * dimension, dimension));
                if (isNew) seen++;
            }
            return seen;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static unsafe float SquaredDistance(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
        {
            fixed (float* a = left, b = right)
            {
                var sum = Vector256<float>.Zero;
                var i = 0;
                for (; i + 8 <= left.Length; i += 8)
                {
                    var difference = Vector256.Load(a + i) - Vector256.Load(b + i);
                    sum = Vector256.MultiplyAddEstimate(difference, difference, sum);
                }
                var total = Vector256.Sum(sum);
                for (; i < left.Length; i++) total += (a[i] - b[i]) * (a[i] - b[i]);
                return total;
            }
        }
    }
}
