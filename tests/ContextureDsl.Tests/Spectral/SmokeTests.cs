using Xunit;

namespace ContextureDsl.Tests.Spectral;

public class SmokeTests
{
    [Theory]
    [InlineData(30, 20, 5)]
    [InlineData(20, 30, 19)]
    [InlineData(200, 150, 20)]
    public void Random(int n, int m, int d)
    {
        var random = new Random(n);
        var w = new double[n, m];
        for (var x = 0; x < n; x++) for (var a = 0; a < m; a++) w[x, a] = random.Next(3) == 0 || x % m == a || a % n == x ? random.Next(1, 9) : 0;
        var table = new DenseTable(w);
        var s = SpectralCheck.Oracle(table);
        SpectralCheck.Holds(table, SpectralCheck.Dense<double>(table, d, 1e-11), s, 1e-12, 1e-12, 1e-12);
        SpectralCheck.Holds(table, SpectralCheck.Iterated<double>(table, d, 1e-10), s, 1e-10, 1e-10, 1e-12);
        SpectralCheck.Holds(table, SpectralCheck.Iterated<float>(table, d, 1e-5), s, 1e-5, 1e-5, 1e-5);
        SpectralCheck.Holds(table, SpectralCheck.Dense<float>(table, d, 1e-5), s, 1e-5, 1e-5, 1e-5);
    }
}
