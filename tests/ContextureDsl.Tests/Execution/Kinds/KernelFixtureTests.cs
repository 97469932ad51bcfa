using System.Text.Json;
using ContextureDsl.Tests.Spectral;

namespace ContextureDsl.Tests.Execution.Kinds;

/// <summary>The kernel contexts of the fixture file, declared over their points.</summary>
public class KernelFixtureTests
{
    private static readonly LearnOptions Exact = new() { Precision = Precision.Double, Tolerance = 1e-12, RarePairs = RarePairs.Keep };

    public static TheoryData<string> Names() => [.. TheoryCases.Section("kernel_contexts").Select(item => item.GetProperty("name").GetString()!)];

    [Fact]
    public void All_four_are_looked_at() => Assert.Equal(4, Names().Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void Spectrum_association_and_dropped_columns_are_those_of_the_fixture(string name)
    {
        var item = Find(name);
        var learned = Learn(name, item);
        var expected = TheoryCases.Numbers(item.GetProperty("s"))[1..];
        Assert.Equal(Math.Min(11, item.GetProperty("M").GetInt32() - 1), learned.Rank);
        for (var i = 0; i < learned.Rank; i++) Assert.Equal(expected[i], learned.Spectrum.Values[i], 1e-10);
        Assert.Equal(item.GetProperty("chi2").GetDouble(), learned.Spectrum.TotalChiSquared!.Value, 1e-10);
        Assert.Equal(12, learned.Encoder.Count);
        int[] dropped = [.. item.GetProperty("dropped_columns").EnumerateArray().Select(column => column.GetInt32())];
        Assert.Equal(Enumerable.Range(0, 12).Except(dropped), learned.Variables.Known);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_embedding_has_the_kernel_of_the_fixture(string name)
    {
        // k_X(x, x) - 1 is the squared length of the scaled embedding, whatever the rotation among equal values.
        var item = Find(name);
        var learned = Learn(name, item);
        var diagonal = TheoryCases.Numbers(item.GetProperty("kernel_kX_diag"));
        var encoder = learned.Encoder.With(Embedding.Scaled);
        var point = new double[encoder.Rank];
        for (var x = 0; x < 12; x++)
        {
            Assert.True(encoder.TryEmbed(x, point));
            Assert.Equal(diagonal[x], 1 + point.Sum(value => value * value), 1e-9);
        }
    }

    internal static JsonElement Find(string name) => TheoryCases.Section("kernel_contexts").Single(item => item.GetProperty("name").GetString() == name);

    internal static Point[] Points(JsonElement item) => [.. item.GetProperty("points").EnumerateArray().Select((row, x) => new Point(x, TheoryCases.Numbers(row)))];

    internal static Context<int, int> Declare(string name, Events<Point> points)
    {
        var rows = points.Input(p => p.Key).Features(p => p.Numbers);
        return name switch
        {
            "rbf_gamma1" => rows.Rbf(1),
            "rbf_gamma0.1" => rows.Rbf(0.1),
            "knn3_with_self" => rows.Nearest(3),
            _ => rows.Nearest(3, includeSelf: false),
        };
    }

    private static Learned<int, int> Learn(string name, JsonElement item) => Contexture.Learn(Points(item), points => Declare(name, points), options: Exact);
}
