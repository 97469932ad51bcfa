using ContextureDsl.Spectral;
using Xunit;

namespace ContextureDsl.Tests.Spectral;

/// <summary>Bits, progress and cancellation.</summary>
public class ReproducibilityTests
{
    // 3000 × 2500, so that every kernel works in several ranges.
    private static readonly DenseTable Wide = new(RandomTableTests.Weights(3000, 2500, 0.004, new Random(8)));
    private static readonly DenseTable Tall = Wide.Transposed();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_bits_do_not_depend_on_the_number_of_threads(bool transposed)
    {
        var table = transposed ? Tall : Wide;
        AssertSameBits<float>(table, 1e-4);
        AssertSameBits<double>(table, 1e-6);
    }

    [Fact]
    public void The_dense_path_has_the_same_bits_on_any_number_of_threads()
    {
        var table = new DenseTable(RandomTableTests.Weights(4500, 60, 0.1, new Random(3)));
        var reference = SpectralCheck.Dense<float>(table, 12, 1e-5);
        foreach (var threads in new[] { 2, 3 }) AssertSame(reference, SpectralCheck.Dense<float>(table, 12, 1e-5, threads));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_seed_the_same_values()
    {
        var reference = SpectralCheck.Iterated<double>(Wide, 8, 1e-8, seed: 5);
        AssertSame(reference, SpectralCheck.Iterated<double>(Wide, 8, 1e-8, seed: 5));
        var other = SpectralCheck.Iterated<double>(Wide, 8, 1e-8, seed: 6);
        Assert.NotEqual(reference.Left, other.Left);
        for (var i = 0; i < 8; i++) Assert.Equal(reference.Values[i], other.Values[i], 1e-8);
    }

    [Fact]
    public void Every_round_is_reported_and_the_residual_ends_within_the_tolerance()
    {
        var reports = new Recorder();
        var result = Decomposition.Iterate(SpectralCheck.Operator<double>(Wide, 2), new SpectralOptions(8, 1e-6, 0, 2, reports), CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, result.Iterations).Select(round => (long)round), reports.Seen.Select(report => report.Done));
        Assert.All(reports.Seen, report => Assert.Equal("decomposing", report.Stage));
        Assert.All(reports.Seen, report => Assert.Null(report.Total));
        Assert.True(double.IsNaN(reports.Seen[0].Residual));
        Assert.InRange(reports.Seen[^1].Residual, 0, 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_cancelled_token_stops_before_the_next_round(int threads)
    {
        using var source = new CancellationTokenSource();
        var reports = new Recorder { OnReport = report => Cancel(report, source) };
        var matrix = SpectralCheck.Operator<double>(Wide, threads);
        Assert.ThrowsAny<OperationCanceledException>(() => Decomposition.Iterate(matrix, new SpectralOptions(8, 1e-12, 0, threads, reports), source.Token));
        Assert.Equal(3, reports.Seen.Count);
        Assert.Equal(2 * 3 * 8, matrix.Products - 8);
    }

    [Fact]
    public void A_token_that_is_cancelled_already_computes_nothing()
    {
        var options = new SpectralOptions(8, 1e-6, 0, 2);
        var cancelled = new CancellationToken(true);
        Assert.ThrowsAny<OperationCanceledException>(() => Decomposition.Iterate(SpectralCheck.Operator<double>(Wide, 2), options, cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => SmallProblem.Decompose(SpectralCheck.Operator<double>(Wide, 2), options, cancelled));
    }

    private static void Cancel(LearnProgress report, CancellationTokenSource source)
    {
        if (report.Done == 3) source.Cancel();
    }

    private static void AssertSameBits<T>(DenseTable table, double tolerance)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var reference = SpectralCheck.Iterated<T>(table, 12, tolerance);
        Assert.True(reference.Converged);
        foreach (var threads in new[] { 2, 3 }) AssertSame(reference, SpectralCheck.Iterated<T>(table, 12, tolerance, threads));
    }

    private static void AssertSame<T>(SpectralResult<T> reference, SpectralResult<T> result)
        where T : unmanaged
    {
        Assert.Equal(reference.Values, result.Values);
        Assert.Equal(reference.Residuals, result.Residuals);
        Assert.Equal(reference.Left, result.Left);
        Assert.Equal(reference.Right, result.Right);
        Assert.Equal(reference.Iterations, result.Iterations);
        Assert.Equal(reference.Products, result.Products);
    }

    private sealed class Recorder : IProgress<LearnProgress>
    {
        public List<LearnProgress> Seen { get; } = [];

        public Action<LearnProgress>? OnReport { get; init; }

        public void Report(LearnProgress value)
        {
            Seen.Add(value);
            OnReport?.Invoke(value);
        }
    }
}
