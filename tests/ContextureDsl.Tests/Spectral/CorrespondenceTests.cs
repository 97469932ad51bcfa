using System.Globalization;
using System.Text.Json;
using ContextureDsl.Spectral;
using Xunit;

namespace ContextureDsl.Tests.Spectral;

/// <summary>Correspondence analysis of published tables: the decomposition of B̃ under another name, computed in R by two packages.</summary>
public class CorrespondenceTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "ca-tables");

    [Theory]
    [InlineData("smoke")]
    [InlineData("author")]
    [InlineData("housetasks")]
    [InlineData("children")]
    [InlineData("caith")]
    [InlineData("hair-eye")]
    [InlineData("bordeaux")]
    public void Values_and_standard_coordinates_agree(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "reference.json")));
        var reference = document.RootElement.GetProperty(name);
        var expected = TheoryCases.Numbers(reference.GetProperty("singularValues"));
        var table = Read(name);
        foreach (var result in (SpectralResult<double>[])[SpectralCheck.Dense<double>(table, expected.Length, 1e-11), SpectralCheck.Iterated<double>(table, expected.Length, 1e-11)])
        {
            // The reference has 15 digits; 1e-10 is what its two makers agree to.
            SpectralCheck.Holds(table, result, expected, 1e-10, 1e-11, 1e-11);
            AssertCoordinates(TheoryCases.Matrix(reference.GetProperty("rowStandard")), result.Left, table.Joint.InputMarginal, expected.Length);
            AssertCoordinates(TheoryCases.Matrix(reference.GetProperty("columnStandard")), result.Right, table.Joint.Parts[0].VariableMarginal, expected.Length);
        }
    }

    private static void AssertCoordinates(double[,] standard, double[] functions, double[] mass, int rank)
    {
        for (var axis = 0; axis < rank; axis++)
        {
            var sign = Math.Sign(Enumerable.Range(0, mass.Length).Sum(x => standard[x, axis] * functions[x * rank + axis]));
            for (var x = 0; x < mass.Length; x++) Assert.Equal(sign * standard[x, axis], functions[x * rank + axis] / Math.Sqrt(mass[x]), 1e-8);
        }
    }

    private static DenseTable Read(string name)
    {
        var rows = File.ReadLines(Path.Combine(Folder, name + ".csv")).Skip(1).Where(line => line.Length > 0)
            .Select(line => line[(line.LastIndexOf('"') + 2)..].Split(',').Select(count => double.Parse(count, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        var counts = new double[rows.Length, rows[0].Length];
        for (var x = 0; x < rows.Length; x++)
        {
            for (var a = 0; a < rows[x].Length; a++) counts[x, a] = rows[x][a];
        }

        return new DenseTable(counts);
    }
}
